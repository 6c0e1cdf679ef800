/** Words, and how much two texts have in common: what comparing, moving and finding again rest on. */
@NullMarked
package io.conductatlas.documents.words;

import org.jspecify.annotations.NullMarked;
