/** Texts that take turns: whether a text that arrives is new, or one of those a document already showed. */
@NullMarked
package io.conductatlas.documents.variants;

import org.jspecify.annotations.NullMarked;
