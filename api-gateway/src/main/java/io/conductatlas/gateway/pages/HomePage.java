package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.ChangeLine;
import io.conductatlas.gateway.pages.parts.Counter;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.readmodel.Totals;
import java.util.Comparator;
import java.util.List;

/** The first page: what this is, and what happened last. */
record HomePage(Frame frame, List<Counter> counters, List<ChangeLine> changes, List<PlatformLine> platforms) {
    private static final int PLATFORMS = 12;

    static HomePage of(Frame frame, Totals totals, List<ChangeView> changes, List<PlatformView> platforms) {
        List<Counter> counters = List.of(
                Counter.of("Platforms", totals.platforms()),
                Counter.of("Documents", totals.documents()),
                Counter.of("Versions archived", totals.versions()),
                Counter.of("Changes recorded", totals.changes()),
                Counter.of("Provisions named", totals.provisions()));
        List<PlatformLine> lines = platforms.stream()
                .sorted(Comparator.comparing(
                        PlatformView::lastChangeAt, Comparator.nullsLast(Comparator.reverseOrder())))
                .limit(PLATFORMS)
                .map(PlatformLine::of)
                .toList();
        return new HomePage(
                frame, counters, changes.stream().map(ChangeLine::of).toList(), lines);
    }
}
