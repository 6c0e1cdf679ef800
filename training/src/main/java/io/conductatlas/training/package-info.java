/**
 * Trains the model of libs/clauses and measures it; no part of what is shipped.
 *
 * <p>{@link io.conductatlas.training.TrainModel} writes the model file; {@link io.conductatlas.training.Baseline} is the
 * plain method it has to beat.
 */
@NullMarked
package io.conductatlas.training;

import org.jspecify.annotations.NullMarked;
