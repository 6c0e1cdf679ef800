/** Limits on how often anybody may guess a password or a key. */
@NullMarked
package io.conductatlas.gateway.attempts;

import org.jspecify.annotations.NullMarked;
