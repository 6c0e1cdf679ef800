package io.conductatlas.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document's text differs from the one before.
 *
 * @param changeId the permanent id, for example {@code CA-C-000123}
 * @param hunks the places of the change with their words, as JSON
 * @param significance from 0 (none) to 1
 * @param effectiveDate as the new text states it; never taken from the time of detection
 * @param publishedDate as the new text states it
 * @param groupId shared by changes of one platform that were seen within one window; null while alone
 */
public record ChangeDetected(
        UUID eventId,
        String changeId,
        PlatformRef platform,
        DocumentRef document,
        VersionRef from,
        VersionRef to,
        ChangeClass changeClass,
        ChangeCounts counts,
        double significance,
        ObjectRef hunks,
        @Nullable LocalDate effectiveDate,
        @Nullable LocalDate publishedDate,
        @Nullable UUID groupId,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements ChangeEvent {
    public ChangeDetected {
        Checks.publicId("C", changeId);
        if (from.appearanceId().equals(to.appearanceId())) {
            throw new IllegalArgumentException("a change lies between two appearances");
        }
        if (!(significance >= 0 && significance <= 1)) {
            throw new IllegalArgumentException("significance must be from 0 to 1, was " + significance);
        }
    }

    @Override
    public String subject() {
        return changeId;
    }
}
