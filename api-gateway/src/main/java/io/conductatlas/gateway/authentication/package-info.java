/** Knows callers by their key and staff by their session. */
@NullMarked
package io.conductatlas.gateway.authentication;

import org.jspecify.annotations.NullMarked;
