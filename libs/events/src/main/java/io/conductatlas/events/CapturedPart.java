package io.conductatlas.events;

import org.jspecify.annotations.Nullable;

/**
 * What one page of a source answered.
 *
 * @param url asked for; null where an archive did not say
 * @param finalUrl after redirects; null where an archive did not say
 * @param status the HTTP status
 * @param contentType with its parameters, for example {@code text/html; charset=utf-8}
 * @param sha256 of the payload, as expanded
 * @param size of the payload in bytes
 */
public record CapturedPart(
        @Nullable String url, @Nullable String finalUrl, int status, String contentType, String sha256, long size) {
    public CapturedPart {
        Checks.notBlank("contentType", contentType);
        Checks.sha256(sha256);
    }
}
