package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source could not be fetched.
 *
 * @param url the page that failed
 * @param status the HTTP status, where there was an answer
 * @param detail one line for people, without secrets
 * @param streak how many attempts failed in a row, this one included
 * @param failingSince when the streak began
 * @param nextAttemptAt when it is tried again
 */
public record CaptureFailed(
        UUID eventId,
        UUID captureId,
        PlatformRef platform,
        DocumentRef document,
        int sourceRevision,
        FailureKind kind,
        String url,
        @Nullable Integer status,
        String detail,
        int streak,
        Instant failingSince,
        Instant nextAttemptAt,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements CaptureEvent {
    public CaptureFailed {
        Checks.atLeast("streak", 1, streak);
    }

    @Override
    public String subject() {
        return captureId.toString();
    }
}
