/** What the rest of the system reads: an agreement's text with its sections and sentences. */
@NullMarked
package io.conductatlas.documents;

import org.jspecify.annotations.NullMarked;
