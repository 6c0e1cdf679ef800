/** The agreement in a PDF. */
@NullMarked
package io.conductatlas.documents.pdf;

import org.jspecify.annotations.NullMarked;
