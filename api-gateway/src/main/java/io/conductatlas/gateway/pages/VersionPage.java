package io.conductatlas.gateway.pages;

import io.conductatlas.events.CapturedPart;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.gateway.pages.parts.Counter;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.readmodel.AppearanceView;
import io.conductatlas.gateway.readmodel.CaptureView;
import io.conductatlas.gateway.readmodel.VersionNeighbours;
import io.conductatlas.gateway.readmodel.VersionView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A version's text with what proves it. */
record VersionPage(
        Frame frame,
        String id,
        int number,
        Link platform,
        Link document,
        Moment from,
        @Nullable Moment until,
        @Nullable Link earlier,
        @Nullable Link later,
        List<Counter> counters,
        String hash,
        List<String> objects,
        List<Appearance> appearances,
        @Nullable Moment effective,
        @Nullable Moment updated,
        @Nullable Capture capture,
        String language,
        List<TextSection> sections,
        String textMissing,
        String dataHref,
        String markdownHref) {

    /** A time during which the document had this text. */
    record Appearance(Moment from, @Nullable Moment until) {}

    /** The capture that first had it. */
    record Capture(String id, Moment at, @Nullable Integer status, List<Part> parts) {}

    /** One page of the capture. */
    record Part(Link link, String hash) {}

    static VersionPage of(
            Frame frame,
            VersionView version,
            VersionNeighbours neighbours,
            Optional<CaptureView> capture,
            String language,
            List<TextSection> sections) {
        List<AppearanceView> appearances = version.appearances();
        AppearanceView last = appearances.get(appearances.size() - 1);
        return new VersionPage(
                frame,
                version.id(),
                version.number(),
                new Link(Hrefs.platform(version.platform()), version.platform().name()),
                new Link(
                        Hrefs.document(version.platform(), version.document()),
                        version.document().name()),
                Moment.dayOf(version.observedAt()),
                last.until() == null ? null : Moment.dayOf(last.until()),
                neighbours.earlier().map(VersionPage::link).orElse(null),
                neighbours.later().map(VersionPage::link).orElse(null),
                List.of(
                        Counter.of("Words", version.words()),
                        Counter.of("Sentences", version.sentences()),
                        Counter.of("Sections", version.sections())),
                version.textHash(),
                Stream.of(version.markdown(), version.text())
                        .map(ObjectRef::key)
                        .toList(),
                appearances.stream()
                        .map(appearance ->
                                new Appearance(Moment.of(appearance.from()), Moment.orNull(appearance.until())))
                        .toList(),
                Moment.orNull(version.effectiveDate()),
                Moment.orNull(version.lastUpdatedDate()),
                capture.map(VersionPage::capture).orElse(null),
                language,
                sections,
                "The text cannot be read from the archive just now. Its hash is above; nothing else is shown in its place.",
                "/v1/versions/" + version.id(),
                "/v1/versions/" + version.id() + "/markdown");
    }

    private static Link link(VersionView version) {
        return new Link(Hrefs.version(version.id()), "Version " + version.number());
    }

    private static Capture capture(CaptureView capture) {
        return new Capture(
                capture.id().toString(),
                Moment.of(capture.observedAt()),
                capture.parts().stream().map(CapturedPart::status).findFirst().orElse(null),
                capture.parts().stream().flatMap(VersionPage::part).toList());
    }

    private static Stream<Part> part(CapturedPart part) {
        String url = part.finalUrl() == null ? part.url() : part.finalUrl();
        return url == null ? Stream.empty() : Link.outside(url).stream().map(link -> new Part(link, part.sha256()));
    }
}
