package io.conductatlas.gateway.pages;

import io.conductatlas.events.Origin;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.readmodel.AppearanceView;
import io.conductatlas.gateway.readmodel.VersionView;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One time during which a document had a version's text, in the list of its document. */
record VersionLine(
        String id,
        String href,
        int number,
        Moment from,
        @Nullable Moment until,
        @Nullable Badge origin,
        @Nullable Moment effective,
        String words,
        String hash) {
    private static final int SHORT_HASH = 12;

    /** Each appearance of each version, the newest first. */
    static List<VersionLine> of(List<VersionView> versions) {
        return versions.stream()
                .flatMap(version ->
                        version.appearances().stream().map(appearance -> new Appearance(version, appearance)))
                .sorted(Comparator.comparing((Appearance a) -> a.appearance().from())
                        .reversed())
                .map(Appearance::line)
                .toList();
    }

    public String shortHash() {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }

    private record Appearance(VersionView version, AppearanceView appearance) {
        VersionLine line() {
            return new VersionLine(
                    version.id(),
                    Hrefs.version(version.id()),
                    version.number(),
                    Moment.dayOf(appearance.from()),
                    appearance.until() == null ? null : Moment.dayOf(appearance.until()),
                    Stream.of(version.origin())
                            .filter(origin -> origin != Origin.LIVE)
                            .map(Badge::of)
                            .findFirst()
                            .orElse(null),
                    Moment.orNull(version.effectiveDate()),
                    "%,d".formatted(version.words()),
                    version.textHash());
        }
    }
}
