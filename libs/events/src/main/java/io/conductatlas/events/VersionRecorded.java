package io.conductatlas.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document has a text from now on: a new Version, or a further appearance of an old one.
 *
 * @param first whether it is the document's first record
 * @param returning whether the Version had appeared before
 * @param words in the plain text
 * @param effectiveDate as the text states it; never taken from the time of detection
 * @param lastUpdatedDate as the text states it
 */
public record VersionRecorded(
        UUID eventId,
        PlatformRef platform,
        DocumentRef document,
        VersionRef version,
        UUID captureId,
        boolean first,
        boolean returning,
        int words,
        int sentences,
        int sections,
        @Nullable LocalDate effectiveDate,
        @Nullable LocalDate lastUpdatedDate,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements ChangeEvent {
    @Override
    public String subject() {
        return version.id();
    }
}
