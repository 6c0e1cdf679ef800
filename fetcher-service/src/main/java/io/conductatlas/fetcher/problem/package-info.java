/** Errors as RFC 9457 problem documents. */
@NullMarked
package io.conductatlas.fetcher.problem;

import org.jspecify.annotations.NullMarked;
