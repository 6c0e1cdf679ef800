package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provision was looked at.
 *
 * @param correctedType the type it really has, with {@link ReviewVerdict#CORRECTED}
 * @param correctedSeverity the severity it really has, with {@link ReviewVerdict#CORRECTED}
 */
public record ProvisionReviewed(
        UUID eventId,
        String provisionId,
        PlatformRef platform,
        DocumentRef document,
        ReviewVerdict verdict,
        @Nullable String correctedType,
        @Nullable Severity correctedSeverity,
        String reviewer,
        String reason,
        Instant recordedAt)
        implements ReviewEvent {
    public ProvisionReviewed {
        Checks.publicId("P", provisionId);
        Checks.notBlank("reviewer", reviewer);
        Checks.notBlank("reason", reason);
        if ((verdict == ReviewVerdict.CORRECTED) != (correctedType != null || correctedSeverity != null)) {
            throw new IllegalArgumentException("a correction, and only a correction, says what is right");
        }
    }

    @Override
    public String subject() {
        return provisionId;
    }
}
