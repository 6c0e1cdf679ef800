package io.conductatlas.fetcher.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A capture as an archive hands it in.
 *
 * @param platform slug
 * @param document slug
 * @param observedAt when the archive saw it, as an ISO 8601 instant
 * @param contentType of the content, for example {@code text/markdown}
 * @param sourceUrl where the archive had it from; may be absent
 * @param content the content as text; or
 * @param contentBase64 the content as bytes in Base64
 */
record ArchivedCapture(
        @Nullable String platform,
        @Nullable String document,
        @JsonProperty("observed_at") @Nullable String observedAt,
        @JsonProperty("content_type") @Nullable String contentType,
        @JsonProperty("source_url") @Nullable String sourceUrl,
        @Nullable String content,
        @JsonProperty("content_base64") @Nullable String contentBase64) {}
