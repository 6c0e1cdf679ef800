/**
 * Provisions and platforms beside others: how common a type is, who words it alike, what a platform answers to common
 * questions, where it drifts. Computed when read, in one place, so that pages and API never contradict each other.
 */
@NullMarked
package io.conductatlas.gateway.comparison;

import org.jspecify.annotations.NullMarked;
