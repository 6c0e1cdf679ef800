package io.conductatlas.gateway.pages;

import io.conductatlas.events.Severity;
import io.conductatlas.gateway.comparison.Drift;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.ChangeLine;
import io.conductatlas.gateway.pages.parts.Counter;
import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.AssessmentView;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.PlatformView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a platform's agreements drift.
 *
 * @param says the verdict in a sentence
 * @param spans other lengths of time to look at
 * @param changes all but the hidden ones
 * @param hidden how many of low severity are left out
 * @param allHref the page with them
 */
record DriftPage(
        Frame frame,
        Link platform,
        String span,
        Badge verdict,
        String says,
        List<Counter> counters,
        List<Fact> documents,
        List<Fact> labels,
        List<Span> spans,
        List<ChangeLine> changes,
        int hidden,
        String allHref) {
    private static final List<Integer> SPANS = List.of(3, 6, 12, 24, 60);

    /** A length of time, and whether it is the one shown. */
    record Span(String href, String text, boolean chosen) {}

    static DriftPage of(Frame frame, PlatformView platform, Drift drift, boolean all) {
        List<ChangeView> shown = drift.recorded().stream()
                .filter(change -> all || !isLow(change))
                .toList();
        return new DriftPage(
                frame,
                new Link(Hrefs.platform(platform.slug()), platform.name()),
                "%s, %s to %s"
                        .formatted(
                                Words.count(drift.months(), "month"),
                                Moment.dayOf(drift.from()).text(),
                                Moment.dayOf(drift.until()).text()),
                badge(drift.verdict()),
                says(drift.verdict()),
                counters(drift),
                facts(drift.documents()),
                drift.labels().stream()
                        .map(label -> new Fact(Words.ofSlug(label.name()), Words.count(label.changes(), "change")))
                        .toList(),
                Stream.concat(SPANS.stream(), Stream.of(drift.months()))
                        .distinct()
                        .sorted()
                        .map(months -> new Span(
                                Hrefs.drift(platform.slug()) + "?months=" + months,
                                Words.count(months, "month"),
                                months == drift.months()))
                        .toList(),
                shown.stream().map(ChangeLine::of).toList(),
                drift.changes() - shown.size(),
                Queries.address(
                        Hrefs.drift(platform.slug()),
                        Map.of("months", Integer.toString(drift.months()), "show", "all")));
    }

    private static boolean isLow(ChangeView change) {
        AssessmentView assessment = change.assessment();
        return assessment == null || assessment.severity() == Severity.LOW;
    }

    static Badge badge(Drift.Verdict verdict) {
        return switch (verdict) {
            case ERODING -> Badge.bad("Eroding");
            case MIXED -> Badge.warn("Mixed");
            case IMPROVING -> Badge.good("Improving");
            case STABLE -> Badge.plain("Stable");
            case NOT_WATCHED -> Badge.plain("Not watched");
        };
    }

    private static String says(Drift.Verdict verdict) {
        return switch (verdict) {
            case ERODING -> "At least twice as many changes for the worse as for the better.";
            case MIXED -> "Changes for the worse and for the better, neither twice as many as the other.";
            case IMPROVING -> "At least twice as many changes for the better as for the worse.";
            case STABLE -> "No change for the worse and none for the better.";
            case NOT_WATCHED -> "None of its documents was looked at in this time, so that nothing can be said.";
        };
    }

    private static List<Counter> counters(Drift drift) {
        return List.of(
                Counter.of("Changes of meaning", drift.changes()),
                Counter.of("Negative for people", drift.negative()).withNote(drift.negativePercent() + " %"),
                Counter.of("Neutral", drift.neutral()).withNote(drift.neutralPercent() + " %"),
                Counter.of("Positive for people", drift.positive()).withNote(drift.positivePercent() + " %"),
                Counter.of("High severity", drift.high()));
    }

    private static List<Fact> facts(List<Drift.Count> counts) {
        return counts.stream()
                .map(count -> new Fact(count.name(), Words.count(count.changes(), "change")))
                .toList();
    }
}
