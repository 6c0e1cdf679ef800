package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.Diff;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change to be assessed.
 *
 * @param platform the platform's name
 * @param document the document's name, for example {@code Privacy Policy}
 * @param provisionsBefore of the old version
 * @param provisionsAfter of the new version; one that continues another carries its id
 * @param effectiveDate as the new text states it
 */
public record Subject(
        String platform,
        String document,
        AgreementText before,
        AgreementText after,
        List<TrackedProvision> provisionsBefore,
        List<TrackedProvision> provisionsAfter,
        Diff diff,
        @Nullable LocalDate effectiveDate) {
    public Subject {
        provisionsBefore = List.copyOf(provisionsBefore);
        provisionsAfter = List.copyOf(provisionsAfter);
    }
}
