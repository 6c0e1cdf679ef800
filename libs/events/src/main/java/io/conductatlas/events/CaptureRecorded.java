package io.conductatlas.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A source was fetched and its bytes differ from the last ones.
 *
 * @param sourceRevision the revision of the source that was fetched
 * @param parts in the order of the source's locations; never empty
 * @param contentHash SHA-256 over the parts' hashes in order
 * @param warc the whole exchange as a WARC file
 */
public record CaptureRecorded(
        UUID eventId,
        UUID captureId,
        PlatformRef platform,
        DocumentRef document,
        int sourceRevision,
        List<CapturedPart> parts,
        String contentHash,
        ObjectRef warc,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements CaptureEvent {
    public CaptureRecorded {
        parts = List.copyOf(parts);
        Checks.atLeast("parts", 1, parts.size());
        Checks.sha256(contentHash);
    }

    @Override
    public String subject() {
        return captureId.toString();
    }
}
