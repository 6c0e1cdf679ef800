package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.ChangeCounts;
import io.conductatlas.events.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lies between two Versions, in brief.
 *
 * @param effectiveDate as the new text states it, or as a later move of it says
 * @param publishedDate as the new text states it
 * @param observedAt when the new text was first served to us
 * @param recordedAt when the Change was stored
 * @param assessment null until it is assessed
 */
public record ChangeView(
        String id,
        PlatformName platform,
        DocumentName document,
        VersionName from,
        VersionName to,
        ChangeClass changeClass,
        ChangeCounts counts,
        double significance,
        @Nullable LocalDate effectiveDate,
        @Nullable LocalDate publishedDate,
        Instant observedAt,
        Instant recordedAt,
        Origin origin,
        @Nullable UUID groupId,
        @Nullable AssessmentView assessment) {
    /** One line for lists: the assessment's title, or what can be said without one. */
    public String title() {
        return assessment == null ? "%s: %s changed".formatted(platform.name(), document.name()) : assessment.title();
    }
}
