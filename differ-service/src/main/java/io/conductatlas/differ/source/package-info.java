/** What of a page is the agreement, as declared. */
@NullMarked
package io.conductatlas.differ.source;

import org.jspecify.annotations.NullMarked;
