/** Seals what may not be plain in a database or on a topic, and signs what may not be forged. */
@NullMarked
package io.conductatlas.secrets;

import org.jspecify.annotations.NullMarked;
