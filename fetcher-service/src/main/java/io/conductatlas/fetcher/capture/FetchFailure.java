package io.conductatlas.fetcher.capture;

import io.conductatlas.events.FailureKind;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a source's bytes could not be had.
 *
 * @param url the page that failed
 * @param status the HTTP status, where there was an answer
 * @param detail one line for people, without secrets
 * @param retryAfter how long the server asked us to stay away
 */
public record FetchFailure(
        FailureKind kind, String url, Optional<Integer> status, String detail, Optional<Duration> retryAfter) {

    /** A failure without an answer. */
    public static FetchFailure of(FailureKind kind, String url, String detail) {
        return new FetchFailure(kind, url, Optional.empty(), detail, Optional.empty());
    }
}
