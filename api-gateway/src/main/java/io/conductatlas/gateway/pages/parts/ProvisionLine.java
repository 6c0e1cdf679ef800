package io.conductatlas.gateway.pages.parts;

import io.conductatlas.gateway.readmodel.ProvisionView;
import java.util.ArrayList;
import java.util.List;

/** A provision in a list. */
public record ProvisionLine(
        String id,
        String href,
        String title,
        String excerpt,
        Link platform,
        Link document,
        Moment firstSeen,
        List<Badge> badges) {
    private static final int EXCERPT = 320;

    public ProvisionLine {
        badges = List.copyOf(badges);
    }

    public static ProvisionLine of(ProvisionView provision) {
        List<Badge> badges = new ArrayList<>();
        badges.add(provision.denied() ? Badge.DENIED : Badge.of(provision.severity()));
        if (!provision.present()) {
            badges.add(Badge.plain("No longer in the document"));
        }
        return new ProvisionLine(
                provision.id(),
                Hrefs.provision(provision.id()),
                provision.denied() ? Words.denial(provision.title()) : provision.title(),
                Words.excerpt(provision.quote(), EXCERPT),
                new Link(
                        Hrefs.platform(provision.platform()),
                        provision.platform().name()),
                new Link(
                        Hrefs.document(provision.platform(), provision.document()),
                        provision.document().name()),
                Moment.dayOf(provision.firstSeenAt()),
                badges);
    }
}
