package io.conductatlas.gateway.reviews;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.events.Direction;
import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.events.Severity;
import io.conductatlas.gateway.problems.Faults;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says of a provision or an assessment, as they typed it.
 *
 * @param lastReview the review that stood when the reviewer looked
 */
@Schema(name = "ReviewRequest")
public record Verdict(
        @Schema(description = "ACCEPTED, CORRECTED or REJECTED") @Nullable
        String verdict,

        @Schema(description = "With CORRECTED, of a provision: the slug of the type it really has") @Nullable
        String type,

        @Schema(description = "With CORRECTED: LOW, MEDIUM or HIGH") @Nullable
        String severity,

        @Schema(description = "With CORRECTED, of a change: NEGATIVE, NEUTRAL or POSITIVE") @Nullable
        String direction,

        @Schema(description = "With CORRECTED, of a change: what the summary should say") @Nullable
        String summary,

        @Schema(description = "Why; it stands in the public log of corrections") @Nullable
        String reason,

        @Schema(
                description = "The id of the review that stood when you looked, null where there was none; if another"
                        + " stands by now, the answer is 409")
        @Nullable
        UUID lastReview) {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_SUMMARY = 2_000;

    /** A verdict without faults. */
    record Checked(
            ReviewVerdict verdict,
            @Nullable String type,
            @Nullable Severity severity,
            @Nullable Direction direction,
            @Nullable String summary,
            String reason,
            @Nullable UUID lastReview) {}

    /** Of a provision; fails with 422 where something is wrong with it. */
    Checked ofProvision(Catalogue catalogue) {
        Faults faults = new Faults();
        String newType = absentIfBlank(type);
        faults.check(
                newType == null || catalogue.knows(newType), "type", "unknown-type", "must be a type of the catalogue");
        faults.check(absentIfBlank(direction) == null, "direction", "not-of-a-provision", "is of changes only");
        faults.check(absentIfBlank(summary) == null, "summary", "not-of-a-provision", "is of changes only");
        return checked(faults, newType, null, null);
    }

    /** Of the assessment of a change; fails with 422 where something is wrong with it. */
    Checked ofAssessment() {
        Faults faults = new Faults();
        faults.check(absentIfBlank(type) == null, "type", "not-of-a-change", "is of provisions only");
        String text = faults.optionalText(summary, "summary", LONGEST_SUMMARY);
        return checked(
                faults,
                null,
                constant(faults, Direction.class, absentIfBlank(direction), "direction"),
                absentIfBlank(text));
    }

    private Checked checked(
            Faults faults, @Nullable String newType, @Nullable Direction newDirection, @Nullable String newSummary) {
        ReviewVerdict decided = constant(faults, ReviewVerdict.class, absentIfBlank(verdict), "verdict");
        faults.check(absentIfBlank(verdict) != null, "verdict", "required", "must be given");
        Severity newSeverity = constant(faults, Severity.class, absentIfBlank(severity), "severity");
        String why = faults.text(reason, "reason", LONGEST_REASON);
        boolean says = newType != null || newSeverity != null || newDirection != null || newSummary != null;
        if (decided != null) {
            faults.check(
                    says == (decided == ReviewVerdict.CORRECTED),
                    "verdict",
                    "correction-mismatch",
                    "a correction, and only a correction, says what is right");
        }
        faults.raise();
        if (decided == null) {
            throw new IllegalStateException("a verdict that is missing is a fault");
        }
        return new Checked(decided, newType, newSeverity, newDirection, newSummary, why, lastReview);
    }

    private static <E extends Enum<E>> @Nullable E constant(
            Faults faults, Class<E> type, @Nullable String name, String field) {
        if (name == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        faults.check(false, field, "unknown", "must be one of " + Arrays.toString(type.getEnumConstants()));
        return null;
    }

    private static @Nullable String absentIfBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
