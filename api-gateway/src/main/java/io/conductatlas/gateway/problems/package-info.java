/** Errors as RFC 9457 problem details, for every way in which a request can fail. */
@NullMarked
package io.conductatlas.gateway.problems;

import org.jspecify.annotations.NullMarked;
