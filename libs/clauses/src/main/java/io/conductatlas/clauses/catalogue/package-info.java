/**
 * The catalogue: provision types, regulations and the words both are told in, read from data files and checked.
 *
 * <p>Start with {@link io.conductatlas.clauses.catalogue.Catalogue#bundled()}.
 */
@NullMarked
package io.conductatlas.clauses.catalogue;

import org.jspecify.annotations.NullMarked;
