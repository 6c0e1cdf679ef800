package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A source was fetched and nothing had changed: proof for that day.
 *
 * @param sameAs the last capture whose bytes differed from the ones before
 * @param notModified whether the server said so itself (304) instead of sending equal bytes
 */
public record CheckRecorded(
        UUID eventId,
        UUID captureId,
        PlatformRef platform,
        DocumentRef document,
        int sourceRevision,
        UUID sameAs,
        boolean notModified,
        String contentHash,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements CaptureEvent {
    public CheckRecorded {
        Checks.sha256(contentHash);
    }

    @Override
    public String subject() {
        return captureId.toString();
    }
}
