package io.conductatlas.classifier.provision;

import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.events.ProvisionReviewed;
import io.conductatlas.events.ReviewVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A provision we have met, as it was read last.
 *
 * @param present whether the version assessed last has it
 * @param rejected whether staff said that it is none
 * @param correctedType what staff said it is
 * @param correctedSeverity how heavy staff said it is
 */
public record KnownProvision(
        String id,
        DetectedProvision found,
        boolean present,
        boolean rejected,
        @Nullable String correctedType,
        @Nullable Severity correctedSeverity) {

    /** The same after staff said something of it; what they say last is in force. */
    KnownProvision after(ProvisionReviewed review) {
        return new KnownProvision(
                id,
                found,
                present,
                review.verdict() == ReviewVerdict.REJECTED,
                review.correctedType(),
                review.correctedSeverity() == null
                        ? null
                        : Severity.valueOf(review.correctedSeverity().name()));
    }

    /** A reading of it with what staff corrected. */
    public DetectedProvision corrected(DetectedProvision reading) {
        if (correctedType == null && correctedSeverity == null) {
            return reading;
        }
        return new DetectedProvision(
                correctedType == null ? reading.type() : correctedType,
                reading.polarity(),
                correctedSeverity == null ? reading.severity() : correctedSeverity,
                reading.confidence(),
                reading.section(),
                reading.quotes(),
                reading.factors(),
                reading.evidence(),
                reading.choice(),
                reading.audiences(),
                reading.wordings());
    }
}
