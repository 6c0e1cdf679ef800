package io.conductatlas.classifier.assessment;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.tables.EntryChange;
import io.conductatlas.events.VersionRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment that lacks the ids of provisions never met.
 *
 * @param revision of the state it was computed from
 * @param idsNeeded how many ids it lacks
 * @param from with a change, the version it begins from, its text and its provisions
 */
record Draft(
        long revision,
        int idsNeeded,
        VersionRef version,
        AgreementText text,
        List<Identified> provisions,
        @Nullable From from) {

    /** Where a change begins. */
    record From(
            VersionRef version,
            AgreementText text,
            List<Identified> provisions,
            Diff diff,
            List<EntryChange> entries) {}
}
