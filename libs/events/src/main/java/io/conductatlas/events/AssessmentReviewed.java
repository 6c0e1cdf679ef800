package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The assessment of a change was looked at.
 *
 * @param correctedSummary with {@link ReviewVerdict#CORRECTED}, where the summary was wrong
 */
public record AssessmentReviewed(
        UUID eventId,
        String changeId,
        PlatformRef platform,
        DocumentRef document,
        ReviewVerdict verdict,
        @Nullable Severity correctedSeverity,
        @Nullable Direction correctedDirection,
        @Nullable String correctedSummary,
        String reviewer,
        String reason,
        Instant recordedAt)
        implements ReviewEvent {
    public AssessmentReviewed {
        Checks.publicId("C", changeId);
        Checks.notBlank("reviewer", reviewer);
        Checks.notBlank("reason", reason);
        if ((verdict == ReviewVerdict.CORRECTED)
                != (correctedSeverity != null || correctedDirection != null || correctedSummary != null)) {
            throw new IllegalArgumentException("a correction, and only a correction, says what is right");
        }
    }

    @Override
    public String subject() {
        return changeId;
    }
}
