package io.conductatlas.fetcher.capture;

import io.conductatlas.events.CapturedPart;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.fetcher.source.PageState;
import java.time.Instant;
import java.util.List;

/**
 * All pages of a source, had and archived.
 *
 * @param states by which the pages are asked for changes next time
 */
public record FetchedSource(
        List<CapturedPart> parts, String contentHash, ObjectRef warc, List<PageState> states, Instant observedAt) {
    public FetchedSource {
        parts = List.copyOf(parts);
        states = List.copyOf(states);
    }
}
