package io.conductatlas.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The day from which a document says it applies was moved.
 *
 * @param changeId the Change that moved it
 * @param before null where no date was stated
 * @param after null where no date is stated any more
 */
public record EffectiveDateChanged(
        UUID eventId,
        String changeId,
        PlatformRef platform,
        DocumentRef document,
        @Nullable LocalDate before,
        @Nullable LocalDate after,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements ChangeEvent {
    public EffectiveDateChanged {
        Checks.publicId("C", changeId);
    }

    @Override
    public String subject() {
        return changeId;
    }
}
