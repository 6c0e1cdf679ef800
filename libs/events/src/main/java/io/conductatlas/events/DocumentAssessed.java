package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The provisions of a document were read from one of its Versions: its first one, or again under a new catalogue.
 *
 * @param catalogueVersion names the catalogue and the model that made the assessment
 * @param assessment every provision with its quotes, as JSON
 */
public record DocumentAssessed(
        UUID eventId,
        PlatformRef platform,
        DocumentRef document,
        VersionRef version,
        int provisions,
        int high,
        int medium,
        int low,
        ObjectRef assessment,
        String catalogueVersion,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements AssessmentEvent {
    public DocumentAssessed {
        Checks.atLeast("provisions", 0, provisions);
        if (high + medium + low != provisions) {
            throw new IllegalArgumentException("the provisions by severity must add up to all provisions");
        }
    }

    @Override
    public String subject() {
        return version.id();
    }
}
