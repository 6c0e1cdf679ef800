package io.conductatlas.fetcher.source;

import org.jspecify.annotations.Nullable;

/**
 * What a page of a source last answered, so that it can be asked whether it has changed.
 *
 * @param url as the source names it
 * @param etag null where the server gave none
 * @param lastModified null where the server gave none
 * @param sha256 of the payload
 */
public record PageState(
        String url, @Nullable String etag, @Nullable String lastModified, String sha256) {

    /** Whether the server can be asked for changes only. */
    public boolean canBeAskedForChanges() {
        return etag != null || lastModified != null;
    }
}
