package io.conductatlas.fetcher.capture;

import io.conductatlas.fetcher.source.PageState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All pages of a source are as they were.
 *
 * @param sameAs the capture they equal
 * @param notModified whether the servers said so themselves
 */
public record UnchangedSource(
        String contentHash, UUID sameAs, boolean notModified, List<PageState> states, Instant observedAt) {
    public UnchangedSource {
        states = List.copyOf(states);
    }
}
