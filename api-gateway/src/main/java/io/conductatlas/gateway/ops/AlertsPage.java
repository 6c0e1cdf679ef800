package io.conductatlas.gateway.ops;

import io.conductatlas.events.Origin;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.readmodel.ToldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest changes of meaning, and how many heard of each. */
record AlertsPage(
        Frame frame,
        Shell shell,
        List<Line> changes,
        @Nullable String next) {

    /** A change and what became of telling it. */
    record Line(
            Moment at,
            String id,
            String title,
            String href,
            Badge severity,
            @Nullable Badge origin,
            int told,
            int underWay,
            int givenUp,
            int withheld,
            String style) {}

    static Line line(ToldChange change) {
        return new Line(
                Moment.of(change.observedAt()),
                change.changeId(),
                change.title(),
                DeliveriesPage.trace(change.changeId()),
                Badge.of(change.severity()),
                change.origin() == Origin.LIVE ? null : Badge.of(change.origin()),
                change.told(),
                change.underWay(),
                change.givenUp(),
                change.withheld(),
                change.givenUp() > 0 ? "bad" : change.underWay() > 0 ? "warn" : "");
    }
}
