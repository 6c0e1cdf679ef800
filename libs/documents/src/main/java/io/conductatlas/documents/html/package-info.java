/** From the bytes of a page to the agreement in it. */
@NullMarked
package io.conductatlas.documents.html;

import org.jspecify.annotations.NullMarked;
