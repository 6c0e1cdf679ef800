package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.CapturedPart;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.Origin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to fetch a source.
 *
 * @param outcome {@code CHANGED}, {@code UNCHANGED} or {@code FAILED}
 * @param warc the whole exchange, with {@code CHANGED}
 * @param refusal why its bytes were not the agreement; null where they were
 */
public record CaptureView(
        UUID id,
        PlatformName platform,
        DocumentName document,
        String outcome,
        @Nullable String contentHash,
        List<CapturedPart> parts,
        @Nullable ObjectRef warc,
        @Nullable String failureKind,
        @Nullable String url,
        @Nullable Integer status,
        @Nullable String detail,
        @Nullable Integer streak,
        Origin origin,
        Instant observedAt,
        Instant recordedAt,
        @Nullable String refusal) {
    public CaptureView {
        parts = List.copyOf(parts);
    }
}
