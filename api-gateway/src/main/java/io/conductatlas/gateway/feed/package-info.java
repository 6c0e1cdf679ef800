/** The changes of meaning as Atom feeds, of all platforms or of one. */
@NullMarked
package io.conductatlas.gateway.feed;

import org.jspecify.annotations.NullMarked;
