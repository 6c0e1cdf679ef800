package io.conductatlas.fetcher.fetch;

import io.conductatlas.fetcher.capture.FetchFailure;
import io.conductatlas.fetcher.capture.FetchedSource;
import io.conductatlas.fetcher.capture.UnchangedSource;

/** What came of fetching a source. */
sealed interface FetchResult {

    /** New bytes. */
    record Changed(FetchedSource source) implements FetchResult {}

    /** The same bytes as before. */
    record Unchanged(UnchangedSource source) implements FetchResult {}

    /** No bytes. */
    record Failed(FetchFailure failure) implements FetchResult {}
}
