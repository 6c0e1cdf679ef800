/**
 * The trained part of detection: a linear model over the words of a sentence and the rules that hold in it.
 *
 * <p>Start with {@link io.conductatlas.clauses.model.LinearModel}. How it was trained, on what and how well it does is
 * written in its model card.
 */
@NullMarked
package io.conductatlas.clauses.model;

import org.jspecify.annotations.NullMarked;
