/** Recognises a provision again in the next version of its document, through edits and moves. */
@NullMarked
package io.conductatlas.clauses.lineage;

import org.jspecify.annotations.NullMarked;
