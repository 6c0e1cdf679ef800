package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document at a time.
 *
 * @param observedAt when it was first seen
 * @param appearances the oldest first; more than one where a text came back
 * @param markdown where the archived text lies
 * @param text where its sections and sentences lie
 */
public record VersionView(
        String id,
        int number,
        PlatformName platform,
        DocumentName document,
        String textHash,
        int words,
        int sentences,
        int sections,
        @Nullable LocalDate effectiveDate,
        @Nullable LocalDate lastUpdatedDate,
        Origin origin,
        Instant observedAt,
        Instant recordedAt,
        List<AppearanceView> appearances,
        ObjectRef markdown,
        ObjectRef text) {
    public VersionView {
        appearances = List.copyOf(appearances);
    }
}
