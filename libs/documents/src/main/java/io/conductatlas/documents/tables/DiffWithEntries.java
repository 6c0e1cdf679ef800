package io.conductatlas.documents.tables;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.ChangeClass;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DiffCounts;
import io.conductatlas.documents.diff.Hunk;
import java.util.List;

/**
 * A comparison as it is archived and printed: the hunks, and the entries of tables and lists among them.
 *
 * @param entries those of {@link EntryComparison}, in its order
 */
public record DiffWithEntries(
        List<Hunk> hunks,
        DiffCounts counts,
        ChangeClass changeClass,
        double significance,
        boolean ofMeaning,
        List<EntryChange> entries) {
    public DiffWithEntries {
        hunks = List.copyOf(hunks);
        entries = List.copyOf(entries);
    }

    /** @param diff what lies between the two texts */
    public static DiffWithEntries of(Diff diff, AgreementText before, AgreementText after) {
        return new DiffWithEntries(
                diff.hunks(),
                diff.counts(),
                diff.changeClass(),
                diff.significance(),
                diff.ofMeaning(),
                EntryComparison.between(before, after));
    }
}
