package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.tables.EntryChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The change to be assessed.
 *
 * @param platform the platform's name
 * @param document the document's name, for example {@code Privacy Policy}
 * @param provisionsBefore of the old version
 * @param provisionsAfter of the new version; one that continues another carries its id
 * @param entries of tables and lists that came, went or changed
 * @param effectiveDate as the new text states it
 * @param relocated the provisions that came from another document of the platform, or went to one
 */
public record Subject(
        String platform,
        String document,
        AgreementText before,
        AgreementText after,
        List<TrackedProvision> provisionsBefore,
        List<TrackedProvision> provisionsAfter,
        Diff diff,
        List<EntryChange> entries,
        @Nullable LocalDate effectiveDate,
        List<Relocated> relocated) {
    public Subject {
        provisionsBefore = List.copyOf(provisionsBefore);
        provisionsAfter = List.copyOf(provisionsAfter);
        entries = List.copyOf(entries);
        relocated = List.copyOf(relocated);
    }

    /** Where a provision came from or went to, if it did. */
    Optional<Relocated> relocated(String provisionId) {
        return relocated.stream()
                .filter(one -> one.provisionId().equals(provisionId))
                .findFirst();
    }
}
