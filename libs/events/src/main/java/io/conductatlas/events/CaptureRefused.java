package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A capture was fetched but is not the agreement; it never becomes a Version.
 *
 * @param reason stable, in lower case with underscores, for example {@code error_page}
 * @param detail one line for people
 */
public record CaptureRefused(
        UUID eventId,
        UUID captureId,
        PlatformRef platform,
        DocumentRef document,
        String reason,
        String detail,
        ObjectRef warc,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements ChangeEvent {
    public CaptureRefused {
        Checks.notBlank("reason", reason);
    }

    @Override
    public String subject() {
        return captureId.toString();
    }
}
