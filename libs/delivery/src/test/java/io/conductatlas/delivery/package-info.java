/** Tests of delivery, and the small application that they break. */
@NullMarked
package io.conductatlas.delivery;

import org.jspecify.annotations.NullMarked;
