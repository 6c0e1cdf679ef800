package io.conductatlas.fetcher;

import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.SourceLocation;
import io.conductatlas.events.SourceRetired;
import io.conductatlas.events.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Declares sources: each test has a platform of its own. */
public final class Sources {

    private static final Instant TOLD = Instant.parse("2026-03-01T00:00:00Z");

    private final PlatformRef platform;

    public Sources() {
        UUID id = UUID.randomUUID();
        platform = new PlatformRef(id, "larkfield-" + id.toString().substring(0, 8), "Larkfield");
    }

    public SourceDeclared document(String slug, String... urls) {
        return document(slug, FetchMode.HTTP, urls);
    }

    public SourceDeclared document(String slug, FetchMode mode, String... urls) {
        DocumentRef document =
                new DocumentRef(UUID.randomUUID(), slug, "Terms", "terms-of-service", new Variant("de", "AT", "web"));
        List<SourceLocation> locations = Arrays.stream(urls)
                .map(url -> new SourceLocation(url, List.of(), List.of()))
                .toList();
        return new SourceDeclared(
                UUID.randomUUID(), platform, document, 1, locations, mode, Duration.ofHours(24), false, 0, TOLD);
    }

    /** The same source, to be fetched at once. */
    public static SourceDeclared now(SourceDeclared source) {
        return next(source, source.locations(), source.paused(), source.fetchNow() + 1);
    }

    public static SourceDeclared paused(SourceDeclared source, boolean paused) {
        return next(source, source.locations(), paused, source.fetchNow());
    }

    public static SourceDeclared at(SourceDeclared source, String url) {
        return next(source, List.of(new SourceLocation(url, List.of(), List.of())), source.paused(), source.fetchNow());
    }

    public static SourceRetired retired(SourceDeclared source) {
        return new SourceRetired(
                UUID.randomUUID(), source.platform(), source.document(), source.revision() + 1, "closed", TOLD);
    }

    private static SourceDeclared next(
            SourceDeclared source, List<SourceLocation> locations, boolean paused, int fetchNow) {
        return new SourceDeclared(
                UUID.randomUUID(),
                source.platform(),
                source.document(),
                source.revision() + 1,
                locations,
                source.fetchMode(),
                source.cadence(),
                paused,
                fetchNow,
                TOLD);
    }
}
