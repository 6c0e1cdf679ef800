/**
 * Finds many short patterns of words in many sentences, fast: the language the catalogue's rules are written in.
 *
 * <p>Start with {@link io.conductatlas.clauses.phrases.PhraseBook}.
 */
@NullMarked
package io.conductatlas.clauses.phrases;

import org.jspecify.annotations.NullMarked;
