package io.conductatlas.differ.document;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.dates.StatedDates;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.events.ObjectRef;
import java.util.Optional;
import java.util.UUID;

/** A text that differs from the one that is there, with its objects already in the archive. */
public record NewText(
        AgreementText agreement,
        ObjectRef markdown,
        ObjectRef text,
        StatedDates dates,
        Optional<Comparison> comparison) {

    /**
     * With the text that was there.
     *
     * @param appearanceId of that text
     * @param sameBytes whether the very same bytes were read in another way
     */
    public record Comparison(UUID appearanceId, Diff diff, ObjectRef hunks, boolean sameBytes) {}
}
