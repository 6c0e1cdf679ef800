/** From one assessed change to everything that has to be told to anybody. */
@NullMarked
package io.conductatlas.alert.fanout;

import org.jspecify.annotations.NullMarked;
