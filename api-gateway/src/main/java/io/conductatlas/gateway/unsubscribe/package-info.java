/** Leaving a mailing list with one click and without a login. */
@NullMarked
package io.conductatlas.gateway.unsubscribe;

import org.jspecify.annotations.NullMarked;
