package io.conductatlas.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How a document is fetched from now on.
 *
 * @param revision counts the states of this source from 1; every one is kept by who needs it
 * @param locations the pages in the order they are joined; empty only for {@link FetchMode#ARCHIVE}
 * @param cadence the time between two fetches, an hour to a week, shorter in development only
 * @param paused whether it is left alone for now
 * @param fetchNow a number that staff raise to ask for a fetch at once
 */
public record SourceDeclared(
        UUID eventId,
        PlatformRef platform,
        DocumentRef document,
        int revision,
        List<SourceLocation> locations,
        FetchMode fetchMode,
        Duration cadence,
        boolean paused,
        int fetchNow,
        Instant recordedAt)
        implements SourceEvent {
    public SourceDeclared {
        Checks.atLeast("revision", 1, revision);
        locations = List.copyOf(locations);
        if (locations.isEmpty() != (fetchMode == FetchMode.ARCHIVE)) {
            throw new IllegalArgumentException(
                    "a source has pages to fetch exactly when it is not fed from an archive");
        }
        if (cadence.isNegative() || cadence.isZero()) {
            throw new IllegalArgumentException("cadence must be positive");
        }
    }

    @Override
    public String key() {
        return SourceEvent.documentKey(platform.id(), document.id());
    }

    @Override
    public String subject() {
        return platform.slug() + "/" + document.slug();
    }
}
