package io.conductatlas.gateway.pages;

import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Citation;
import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.FactorView;
import io.conductatlas.gateway.readmodel.ProvisionEventView;
import io.conductatlas.gateway.readmodel.ProvisionRecord;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.QuoteView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provision: its exact words, what they mean, and what became of them. */
record ProvisionPage(
        Frame frame,
        String id,
        String title,
        String definition,
        Link platform,
        Link document,
        List<Badge> badges,
        boolean removed,
        String language,
        List<Quote> quotes,
        String what,
        String why,
        String impact,
        boolean optOut,
        List<String> choices,
        String adoption,
        String typeHref,
        @Nullable String compareHref,
        List<Peer> peers,
        List<Citation> regulations,
        String enforcement,
        List<String> diligence,
        List<Happening> history,
        Badge severity,
        List<Fact> factors,
        List<Fact> stability,
        String dataHref) {
    private static final int PEERS = 3;
    private static final String OPT_OUT = "opt-out-offered";

    /** Exact words with where they stand. */
    record Quote(String text, int start, int end, String section, String version, String href) {}

    /** The same type on another platform. */
    record Peer(String href, String platform, String document, String excerpt, Badge severity) {}

    /** Something that became of the clause. */
    record Happening(
            Moment at,
            String text,
            @Nullable String href,
            @Nullable Badge badge,
            String style) {}

    /** What surrounds a provision. */
    record Surroundings(
            Optional<ProvisionType> type,
            List<Citation> citations,
            Adoption adoption,
            List<ProvisionView> sameType,
            String language,
            Instant now) {}

    static ProvisionPage of(Frame frame, ProvisionRecord record, Surroundings around) {
        ProvisionView provision = record.provision();
        Optional<ProvisionType> type = around.type();
        List<Peer> peers = peers(provision, around.sameType());
        return new ProvisionPage(
                frame,
                provision.id(),
                "%s in %s’s %s"
                        .formatted(
                                provision.title(),
                                provision.platform().name(),
                                provision.document().name()),
                type.map(ProvisionType::definition).orElse(""),
                new Link(
                        Hrefs.platform(provision.platform()),
                        provision.platform().name()),
                new Link(
                        Hrefs.document(provision.platform(), provision.document()),
                        provision.document().name()),
                badges(provision),
                !provision.present(),
                around.language(),
                record.quotes().stream().map(quote -> quote(provision, quote)).toList(),
                type.map(known -> known.texts().what()).orElse(""),
                type.map(known -> known.texts().why()).orElse(""),
                type.map(known -> known.texts().impact()).orElse(""),
                record.factors().stream().anyMatch(factor -> factor.name().equals(OPT_OUT)),
                type.map(known -> known.texts().choices()).orElse(List.of()),
                "Found on " + around.adoption().sentence(provision.type()) + ".",
                Hrefs.type(provision.type()),
                peers.isEmpty() ? null : compare(provision, around.sameType()),
                peers,
                citations(record, around.citations()),
                type.map(ProvisionType::enforcement).orElse(""),
                type.map(ProvisionType::diligence).orElse(List.of()),
                history(record),
                Badge.of(provision.severity()),
                record.factors().stream().map(ProvisionPage::factor).toList(),
                stability(provision, around.now()),
                "/v1/provisions/" + provision.id());
    }

    private static List<Badge> badges(ProvisionView provision) {
        List<Badge> badges = new ArrayList<>();
        badges.add(Badge.of(provision.severity()));
        badges.add(provision.present() ? Badge.plain("In the current text") : Badge.warn("Removed"));
        return badges;
    }

    private static Quote quote(ProvisionView provision, QuoteView quote) {
        return new Quote(
                quote.text(),
                quote.start(),
                quote.end(),
                quote.section(),
                provision.version(),
                Hrefs.version(provision.version()) + "#" + TextSection.anchorOf(provision.id(), quote.start()));
    }

    private static Fact factor(FactorView factor) {
        return new Fact(Words.ofSlug(factor.name()), factor.effect());
    }

    /** The articles the assessment named; each with the condition the catalogue states for it. */
    private static List<Citation> citations(ProvisionRecord record, List<Citation> ofType) {
        if (record.regulations().isEmpty()) {
            return ofType;
        }
        return record.regulations().stream()
                .map(tag -> new Citation(
                        tag.name(),
                        tag.article(),
                        tag.why(),
                        ofType.stream()
                                .filter(citation -> citation.article().equals(tag.article())
                                        && citation.name().equals(tag.name())
                                        && citation.why().equals(tag.why()))
                                .map(Citation::when)
                                .filter(when -> when != null)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static List<Peer> peers(ProvisionView provision, List<ProvisionView> sameType) {
        return onOtherPlatforms(provision, sameType).stream()
                .limit(PEERS)
                .map(peer -> new Peer(
                        Hrefs.provision(peer.id()),
                        peer.platform().name(),
                        peer.document().name(),
                        Words.excerpt(peer.quote(), 320),
                        Badge.of(peer.severity())))
                .toList();
    }

    /** One of each other platform: of the same kind of document where there is one, and the most severe. */
    private static List<ProvisionView> onOtherPlatforms(ProvisionView provision, List<ProvisionView> sameType) {
        Map<String, ProvisionView> byPlatform = new LinkedHashMap<>();
        sameType.stream()
                .filter(peer ->
                        !peer.platform().id().equals(provision.platform().id()))
                .sorted(Comparator.comparing((ProvisionView peer) -> !peer.document()
                                .type()
                                .equals(provision.document().type()))
                        .thenComparing(ProvisionView::severity, Comparator.reverseOrder())
                        .thenComparing(ProvisionView::id))
                .forEach(peer -> byPlatform.putIfAbsent(peer.platform().slug(), peer));
        return List.copyOf(byPlatform.values());
    }

    private static String compare(ProvisionView provision, List<ProvisionView> sameType) {
        StringBuilder address = new StringBuilder("/compare?type=" + provision.type() + "&platform="
                + provision.platform().slug());
        onOtherPlatforms(provision, sameType).stream()
                .limit(PEERS)
                .forEach(peer ->
                        address.append("&platform=").append(peer.platform().slug()));
        return address.toString();
    }

    private static List<Happening> history(ProvisionRecord record) {
        List<Happening> history = new ArrayList<>();
        for (ProvisionEventView event : record.history()) {
            history.add(new Happening(
                    Moment.of(event.observedAt()),
                    event.title() == null ? event.changeId() : event.title(),
                    Hrefs.change(event.changeId()),
                    Badge.of(event.effect()),
                    "told"));
        }
        boolean introduced = record.history().stream().anyMatch(event -> event.effect() == ProvisionEffect.INTRODUCED);
        if (!introduced) {
            ProvisionView provision = record.provision();
            history.add(new Happening(
                    Moment.of(provision.firstSeenAt()),
                    "In the first version we hold that has it, " + provision.firstVersion(),
                    Hrefs.version(provision.firstVersion()),
                    null,
                    ""));
        }
        return history;
    }

    private static List<Fact> stability(ProvisionView provision, Instant now) {
        long months = Math.max(1, Duration.between(provision.firstSeenAt(), now).toDays() / 30);
        return List.of(
                new Fact("Changes of the clause", "%d".formatted(provision.changes())),
                new Fact("Watched for", Words.count(months, "month")),
                new Fact("First seen", Moment.of(provision.firstSeenAt()).text()),
                new Fact(
                        "Last version with it seen",
                        Moment.of(provision.lastSeenAt()).text()),
                new Fact("Read with catalogue", provision.catalogueVersion()));
    }
}
