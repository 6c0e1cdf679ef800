/**
 * Finds the provisions of an agreement: what they are, where exactly, how heavy, and by what evidence.
 *
 * <p>Start with {@link io.conductatlas.clauses.detection.ProvisionDetector}.
 */
@NullMarked
package io.conductatlas.clauses.detection;

import org.jspecify.annotations.NullMarked;
