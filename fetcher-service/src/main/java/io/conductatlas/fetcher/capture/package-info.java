/** What came of each attempt: its evidence in the archive, its row, and the events that tell of it. */
@NullMarked
package io.conductatlas.fetcher.capture;

import org.jspecify.annotations.NullMarked;
