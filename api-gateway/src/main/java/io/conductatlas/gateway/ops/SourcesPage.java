package io.conductatlas.gateway.ops;

import io.conductatlas.events.FetchMode;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Option;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.SourceFilter;
import io.conductatlas.gateway.readmodel.SourceView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sources with how each fares. */
record SourcesPage(
        Frame frame,
        Shell shell,
        List<Option> filters,
        List<Line> sources,
        boolean mayAct,
        @Nullable String next) {

    /**
     * A source.
     *
     * @param style {@code bad}, {@code warn} or empty
     * @param act where its acts go
     * @param fetched whether it is fetched at all, so that a fetch can be asked for
     */
    record Line(
            Link platform,
            Link document,
            Badge state,
            @Nullable Moment lastOk,
            @Nullable Moment lastChange,
            String failure,
            String failureDetail,
            @Nullable Moment nextDue,
            boolean overdue,
            String style,
            String act,
            boolean fetched,
            boolean paused,
            boolean retired) {}

    static List<Option> filters(SourceFilter chosen) {
        return Arrays.stream(SourceFilter.values())
                .map(filter -> new Option(filter.name(), Words.of(filter), filter == chosen))
                .toList();
    }

    static Line line(SourceView source, Instant now) {
        boolean retired = source.state().equals("RETIRED");
        Instant due = source.nextDueAt();
        return new Line(
                new Link(Hrefs.platform(source.platform()), source.platform().name()),
                new Link(
                        Hrefs.document(source.platform(), source.document()),
                        source.document().name()),
                state(source.state()),
                Moment.orNull(source.lastOkAt()),
                Moment.orNull(source.lastChangeAt()),
                failure(source),
                source.failures() == 0 || source.lastFailureDetail() == null ? "" : source.lastFailureDetail(),
                Moment.orNull(due),
                due != null && due.isBefore(now),
                source.failures() >= 3 ? "bad" : source.failures() > 0 ? "warn" : "",
                "/ops/sources/%s/%s"
                        .formatted(source.platform().slug(), source.document().slug()),
                !retired && source.fetchMode() != FetchMode.ARCHIVE,
                source.paused(),
                retired);
    }

    private static String failure(SourceView source) {
        if (source.failures() == 0) {
            return "";
        }
        String kind = source.lastFailureKind();
        return "%s, %s"
                .formatted(
                        kind == null ? "Failed" : Words.ofSlug(kind),
                        source.failures() == 1 ? "once" : source.failures() + " times in a row");
    }

    private static Badge state(String state) {
        return switch (state) {
            case "WATCHED" -> Badge.good("Watched");
            case "PAUSED" -> Badge.warn("Paused");
            default -> Badge.plain(Words.ofSlug(state));
        };
    }
}
