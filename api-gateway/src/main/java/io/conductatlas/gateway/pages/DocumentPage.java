package io.conductatlas.gateway.pages;

import io.conductatlas.events.FetchMode;
import io.conductatlas.gateway.pages.parts.ChangeLine;
import io.conductatlas.gateway.pages.parts.Counter;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.ProvisionLine;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.CheckDay;
import io.conductatlas.gateway.readmodel.DocumentView;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.RefusalView;
import io.conductatlas.gateway.readmodel.SourceView;
import io.conductatlas.gateway.readmodel.VersionView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document: what it holds now, its versions and checks, and what was refused. */
record DocumentPage(
        Frame frame,
        Link platform,
        String name,
        String type,
        String variant,
        String summary,
        List<Counter> counters,
        @Nullable Failing failing,
        List<ProvisionLine> provisions,
        List<ChangeLine> changes,
        List<ChangeLine> quiet,
        List<VersionLine> versions,
        List<RefusalLine> refusals,
        @Nullable Moment checked,
        String checks,
        List<Link> sources,
        String fetchMode,
        @Nullable String catalogue) {

    /** That it cannot be fetched at present. */
    record Failing(Moment since, int streak, String detail) {}

    /** What the page is made of, as the read model gives it. */
    record Held(
            DocumentView document,
            Optional<SourceView> source,
            List<VersionView> versions,
            List<ChangeView> changes,
            List<ProvisionView> provisions,
            List<RefusalView> refusals,
            List<CheckDay> days) {}

    static DocumentPage of(Frame frame, Held held) {
        DocumentView document = held.document();
        List<ChangeLine> changes = held.changes().stream().map(ChangeLine::of).toList();
        return new DocumentPage(
                frame,
                new Link(
                        Hrefs.platform(document.platform()), document.platform().name()),
                document.name(),
                Words.ofSlug(document.type()),
                DocumentLine.variant(document),
                summary(document),
                counters(document),
                held.source().map(DocumentPage::failing).orElse(null),
                PlatformPage.heaviest(held.provisions(), Integer.MAX_VALUE),
                changes.stream().filter(ChangeLine::told).toList(),
                changes.stream().filter(change -> !change.told()).toList(),
                VersionLine.of(held.versions()),
                held.refusals().stream().map(RefusalLine::of).toList(),
                Moment.orNull(document.lastCheckedAt()),
                "%,d"
                        .formatted(held.days().stream()
                                .mapToInt(CheckDay::unchanged)
                                .sum()),
                sources(held.source()),
                held.source().map(source -> fetchMode(source.fetchMode())).orElse("Not stated"),
                held.provisions().stream()
                        .map(ProvisionView::catalogueVersion)
                        .findFirst()
                        .orElse(null));
    }

    private static String summary(DocumentView document) {
        Instant first = document.firstSeenAt();
        if (first == null) {
            return "Under watch; no text has been recorded yet.";
        }
        String held = document.provisions() == 0
                ? "Our catalogue found no provision in its current text."
                : "Its current text holds %s, %d of high severity."
                        .formatted(Words.count(document.provisions(), "provision"), document.high());
        return "Archived since %s in %s. %s"
                .formatted(Moment.dayOf(first).text(), Words.count(document.versions(), "version"), held);
    }

    private static List<Counter> counters(DocumentView document) {
        Instant lastChange = document.lastChangeAt();
        return List.of(
                Counter.of("Versions", document.versions()),
                Counter.of("Changes, noise included", document.changes()),
                Counter.of("Provisions", document.provisions())
                        .withNote("%d high · %d medium · %d low"
                                .formatted(document.high(), document.medium(), document.low())),
                Counter.of(
                        "Last change",
                        lastChange == null
                                ? "None yet"
                                : Moment.dayOf(lastChange).text()));
    }

    private static @Nullable Failing failing(SourceView source) {
        Instant since = source.failingSince();
        if (source.failures() == 0 || since == null) {
            return null;
        }
        String kind = source.lastFailureKind();
        return new Failing(
                Moment.of(since), source.failures(), kind == null ? "reason not stated" : Words.ofSlug(kind));
    }

    private static List<Link> sources(Optional<SourceView> source) {
        return source.stream()
                .flatMap(known -> known.locations().stream())
                .flatMap(location -> Link.outside(location.url()).stream())
                .toList();
    }

    private static String fetchMode(FetchMode mode) {
        return switch (mode) {
            case HTTP -> "As a plain page";
            case BROWSER -> "In a browser, as the page needs script";
            case PDF -> "As a PDF";
            case ARCHIVE -> "From an archive";
        };
    }
}
