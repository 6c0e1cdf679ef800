/** The loop that takes what is due, fetches it and hands over what came of it. */
@NullMarked
package io.conductatlas.fetcher.fetch;

import org.jspecify.annotations.NullMarked;
