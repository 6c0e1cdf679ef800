/** Translates the catalogue's types into the label sets that others use, and measures us against them. */
@NullMarked
package io.conductatlas.clauses.mapping;

import org.jspecify.annotations.NullMarked;
