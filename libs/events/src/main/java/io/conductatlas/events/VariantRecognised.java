package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document's text alternates between Versions, as regional or experimental faces do; told once per set, not per flip.
 *
 * @param a the Version seen first
 * @param b the Version it alternates with
 * @param flips how often the text had gone to and fro when this was recognised
 * @param flapping whether it came back within a day, as experiments do; null where that is not known
 */
public record VariantRecognised(
        UUID eventId,
        PlatformRef platform,
        DocumentRef document,
        VersionRef a,
        VersionRef b,
        int flips,
        @Nullable Boolean flapping,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements ChangeEvent {
    public VariantRecognised {
        Checks.atLeast("flips", 1, flips);
    }

    @Override
    public String subject() {
        return b.id();
    }
}
