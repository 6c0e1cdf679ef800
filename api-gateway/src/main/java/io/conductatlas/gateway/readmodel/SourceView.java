package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.FetchMode;
import io.conductatlas.events.SourceLocation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a document is fetched, and how that goes.
 *
 * @param failures how many attempts failed in a row
 * @param nextDueAt when it is fetched next; null where it is not fetched
 */
public record SourceView(
        UUID documentId,
        PlatformName platform,
        DocumentName document,
        String state,
        int revision,
        List<SourceLocation> locations,
        FetchMode fetchMode,
        Duration cadence,
        boolean paused,
        int fetchNow,
        @Nullable String retiredReason,
        Instant recordedAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant lastOkAt,
        int failures,
        @Nullable Instant failingSince,
        @Nullable String lastFailureKind,
        @Nullable String lastFailureDetail,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant lastChangeAt,
        @Nullable Instant nextDueAt) {
    public SourceView {
        locations = List.copyOf(locations);
    }
}
