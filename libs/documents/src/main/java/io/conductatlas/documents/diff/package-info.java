/** What lies between two texts, and of what kind it is. */
@NullMarked
package io.conductatlas.documents.diff;

import org.jspecify.annotations.NullMarked;
