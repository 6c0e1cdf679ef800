package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;

/** A refused capture was looked at: {@link ReviewVerdict#ACCEPTED} makes it a Version after all. */
public record CaptureReviewed(
        UUID eventId,
        UUID captureId,
        PlatformRef platform,
        DocumentRef document,
        ReviewVerdict verdict,
        String reviewer,
        String reason,
        Instant recordedAt)
        implements ReviewEvent {
    public CaptureReviewed {
        Checks.notBlank("reviewer", reviewer);
        Checks.notBlank("reason", reason);
    }

    @Override
    public String subject() {
        return captureId.toString();
    }
}
