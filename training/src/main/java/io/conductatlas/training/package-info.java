/**
 * Trains the model of libs/clauses and measures it; no part of what is shipped.
 *
 * <p>{@link io.conductatlas.training.TrainUnfairTos} and {@link io.conductatlas.training.TrainCases} write the model
 * files; {@link io.conductatlas.training.Baseline} is the plain method the first has to beat; {@link
 * io.conductatlas.training.CountWords} counts the frequent words that phrases are looked up by.
 */
@NullMarked
package io.conductatlas.training;

import org.jspecify.annotations.NullMarked;
