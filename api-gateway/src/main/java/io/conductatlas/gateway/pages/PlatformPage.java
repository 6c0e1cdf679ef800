package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.comparison.Drift;
import io.conductatlas.gateway.comparison.QuickFact;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.ChangeLine;
import io.conductatlas.gateway.pages.parts.Counter;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.ProvisionLine;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.DocumentView;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.readmodel.ProvisionView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A platform with its documents, what they hold, and what changed. */
record PlatformPage(
        Frame frame,
        String name,
        String description,
        String industry,
        @Nullable Link homePage,
        List<Counter> counters,
        List<DocumentLine> documents,
        List<FactLine> facts,
        List<ProvisionLine> provisions,
        int provisionCount,
        String provisionsHref,
        Badge drift,
        String driftHref,
        List<ChangeLine> changes,
        List<ChangeLine> quiet) {
    private static final int KEY_PROVISIONS = 8;
    private static final Comparator<ProvisionView> HEAVIEST_FIRST =
            Comparator.comparing(ProvisionView::severity).reversed().thenComparing(ProvisionView::id);

    static PlatformPage of(
            Frame frame,
            PlatformView platform,
            List<DocumentView> documents,
            List<ProvisionView> provisions,
            List<ChangeView> changes,
            Drift drift) {
        String homePage = platform.homePage();
        List<ChangeLine> lines = changes.stream().map(ChangeLine::of).toList();
        return new PlatformPage(
                frame,
                platform.name(),
                platform.description(),
                platform.industry(),
                homePage == null ? null : Link.outside(homePage).orElse(null),
                counters(platform),
                documents.stream().map(DocumentLine::of).toList(),
                QuickFact.of(provisions).stream().map(FactLine::of).toList(),
                heaviest(provisions, KEY_PROVISIONS),
                platform.provisions(),
                "/provisions?platform=" + platform.slug(),
                DriftPage.badge(drift.verdict()),
                Hrefs.drift(platform.slug()),
                lines.stream().filter(ChangeLine::told).toList(),
                lines.stream().filter(change -> !change.told()).toList());
    }

    /** The most severe first. */
    static List<ProvisionLine> heaviest(List<ProvisionView> provisions, int limit) {
        return provisions.stream()
                .sorted(HEAVIEST_FIRST)
                .limit(limit)
                .map(ProvisionLine::of)
                .toList();
    }

    private static List<Counter> counters(PlatformView platform) {
        Instant lastChange = platform.lastChangeAt();
        return List.of(
                Counter.of("Documents", platform.documents()),
                Counter.of("Versions", platform.versions()),
                Counter.of("Provisions", platform.provisions())
                        .withNote("%d high · %d medium · %d low"
                                .formatted(platform.high(), platform.medium(), platform.low())),
                Counter.of("Changes of meaning in 12 months", platform.changes()),
                Counter.of(
                        "Last change of meaning",
                        lastChange == null
                                ? "None recorded"
                                : Moment.dayOf(lastChange).text()));
    }
}
