package io.conductatlas.gateway.pages.parts;

import io.conductatlas.events.Origin;
import io.conductatlas.gateway.readmodel.AssessmentView;
import io.conductatlas.gateway.readmodel.ChangeView;
import java.util.ArrayList;
import java.util.List;

/** A change in a list. */
public record ChangeLine(
        String id,
        String href,
        String title,
        String summary,
        Link platform,
        Link document,
        Moment detected,
        List<Badge> badges,
        boolean told) {
    public ChangeLine {
        badges = List.copyOf(badges);
    }

    public static ChangeLine of(ChangeView change) {
        AssessmentView assessment = change.assessment();
        return new ChangeLine(
                change.id(),
                Hrefs.change(change.id()),
                change.title(),
                assessment == null ? "" : assessment.summary(),
                new Link(Hrefs.platform(change.platform()), change.platform().name()),
                new Link(
                        Hrefs.document(change.platform(), change.document()),
                        change.document().name()),
                Moment.of(change.observedAt()),
                badges(change),
                assessment != null && assessment.alerting());
    }

    /** Severity and direction of a change of meaning; of any other its class. */
    public static List<Badge> badges(ChangeView change) {
        List<Badge> badges = new ArrayList<>();
        AssessmentView assessment = change.assessment();
        if (assessment != null && assessment.alerting()) {
            badges.add(Badge.of(assessment.severity()));
            badges.add(Badge.of(assessment.direction()));
        }
        badges.add(Badge.of(change.changeClass()));
        if (assessment == null) {
            badges.add(Badge.plain("Not assessed yet"));
        }
        if (change.origin() != Origin.LIVE) {
            badges.add(Badge.of(change.origin()));
        }
        return badges;
    }
}
