package io.conductatlas.gateway.registry;

import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.SourceLocation;
import io.conductatlas.events.SourceRetired;
import io.conductatlas.events.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document and its source as they are now. */
record DeclaredDocument(
        UUID id,
        PlatformRef platform,
        String slug,
        String name,
        String type,
        String language,
        String region,
        String surface,
        int revision,
        List<SourceLocation> locations,
        FetchMode fetchMode,
        Duration cadence,
        boolean paused,
        int fetchNow,
        boolean retired,
        @Nullable String retiredReason) {

    DocumentRef ref() {
        return new DocumentRef(id, slug, name, type, new Variant(language, region, surface));
    }

    /** The next state, with another source. */
    DeclaredDocument revised(List<SourceLocation> places, FetchMode mode, Duration every, boolean pause) {
        return new DeclaredDocument(
                id,
                platform,
                slug,
                name,
                type,
                language,
                region,
                surface,
                revision + 1,
                places,
                mode,
                every,
                pause,
                fetchNow,
                false,
                null);
    }

    /** The next state, in which a fetch is asked for. */
    DeclaredDocument fetchedNow() {
        return new DeclaredDocument(
                id,
                platform,
                slug,
                name,
                type,
                language,
                region,
                surface,
                revision + 1,
                locations,
                fetchMode,
                cadence,
                paused,
                fetchNow + 1,
                false,
                null);
    }

    /** The last state. */
    DeclaredDocument retired(String reason) {
        return new DeclaredDocument(
                id,
                platform,
                slug,
                name,
                type,
                language,
                region,
                surface,
                revision + 1,
                locations,
                fetchMode,
                cadence,
                paused,
                fetchNow,
                true,
                reason);
    }

    SourceDeclared declared(UUID eventId, Instant at) {
        return new SourceDeclared(
                eventId, platform, ref(), revision, locations, fetchMode, cadence, paused, fetchNow, at);
    }

    SourceRetired retirement(UUID eventId, Instant at) {
        return new SourceRetired(
                eventId, platform, ref(), revision, retiredReason == null ? "retired" : retiredReason, at);
    }
}
