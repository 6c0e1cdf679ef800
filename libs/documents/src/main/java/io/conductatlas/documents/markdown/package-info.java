/** Reading archived Markdown as sections and sentences. */
@NullMarked
package io.conductatlas.documents.markdown;

import org.jspecify.annotations.NullMarked;
