/** The time and the identities that services take from outside, so that a test or the sandbox can set them. */
@NullMarked
package io.conductatlas.clock;

import org.jspecify.annotations.NullMarked;
