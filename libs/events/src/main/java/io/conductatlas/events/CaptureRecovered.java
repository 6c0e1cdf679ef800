package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A source that had failed was fetched again.
 *
 * @param captureId the attempt that succeeded
 * @param failures how many attempts had failed in a row
 */
public record CaptureRecovered(
        UUID eventId,
        UUID captureId,
        PlatformRef platform,
        DocumentRef document,
        int failures,
        Instant failingSince,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements CaptureEvent {
    public CaptureRecovered {
        Checks.atLeast("failures", 1, failures);
    }

    @Override
    public String subject() {
        return captureId.toString();
    }
}
