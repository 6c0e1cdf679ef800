package io.conductatlas.gateway.ops;

import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.RefusalView;
import io.conductatlas.gateway.readmodel.TurnsView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Captures that were not the agreement.
 *
 * @param all whether those are shown too that somebody has looked at
 * @param pairs texts that take turns, the newest first
 */
record RefusalsPage(
        Frame frame,
        Shell shell,
        boolean all,
        List<Line> refusals,
        List<Pair> pairs,
        @Nullable String next) {

    /** A refused capture. */
    record Line(Moment at, Link platform, Link document, String reason, String detail, Badge review, String href) {}

    /**
     * Two texts that take turns.
     *
     * @param how whether they did so within a day
     */
    record Pair(Moment at, Link platform, Link document, List<Link> versions, Badge how) {}

    static Pair pair(TurnsView turns) {
        return new Pair(
                Moment.of(turns.observedAt()),
                new Link(Hrefs.platform(turns.platform()), turns.platform().name()),
                new Link(
                        Hrefs.document(turns.platform(), turns.document()),
                        turns.document().name()),
                List.of(version(turns.versionA()), version(turns.versionB())),
                turns.flapping() ? Badge.warn("Within a day") : Badge.plain("Slowly"));
    }

    private static Link version(String id) {
        return new Link(Hrefs.version(id), id);
    }

    static Line line(RefusalView refusal) {
        return new Line(
                Moment.of(refusal.observedAt()),
                new Link(Hrefs.platform(refusal.platform()), refusal.platform().name()),
                new Link(
                        Hrefs.document(refusal.platform(), refusal.document()),
                        refusal.document().name()),
                Words.ofSlug(refusal.reason()),
                refusal.detail(),
                review(refusal.verdict()),
                "/ops/refusals/" + refusal.captureId());
    }

    static Badge review(@Nullable ReviewVerdict verdict) {
        if (verdict == null) {
            return Badge.warn("Not reviewed");
        }
        return verdict == ReviewVerdict.ACCEPTED ? Badge.good("Accepted") : Badge.plain("Refusal confirmed");
    }
}
