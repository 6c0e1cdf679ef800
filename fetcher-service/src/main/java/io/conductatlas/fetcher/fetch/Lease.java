package io.conductatlas.fetcher.fetch;

import io.conductatlas.events.ObjectRef;
import io.conductatlas.fetcher.capture.Held;
import io.conductatlas.fetcher.source.PageState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A source that is ours to fetch, with its host, and what is known of it.
 *
 * @param host taken together with the source; nobody else asks it meanwhile
 * @param pages by which it can be asked for changes; empty when it is fetched otherwise than before
 */
record Lease(
        Held held,
        String host,
        List<PageState> pages,
        Optional<UUID> lastCaptureId,
        Optional<String> lastContentHash,
        Optional<ObjectRef> lastWarc) {
    Lease {
        pages = List.copyOf(pages);
    }

    UUID documentId() {
        return held.source().document().id();
    }

    /** What is known of a page, if it may be asked for changes. */
    Optional<PageState> page(String url) {
        return pages.stream().filter(page -> page.url().equals(url)).findFirst();
    }
}
