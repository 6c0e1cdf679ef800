package io.conductatlas.gateway.pages;

import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.ChangeLine;
import io.conductatlas.gateway.pages.parts.Citation;
import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.FactorView;
import io.conductatlas.gateway.readmodel.ProvisionEventView;
import io.conductatlas.gateway.readmodel.ProvisionRecord;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.QuoteView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provision: its exact words, what they mean, and what became of them.
 *
 * @param denied whether the document states that it does not do what the type is about
 * @param stated what the document itself says one can do, in its words
 * @param confidence in words; empty where it is not known
 * @param basis the rules that found it with the words that matched
 * @param activity the latest changes of the document
 */
record ProvisionPage(
        Frame frame,
        String id,
        String title,
        String definition,
        Link platform,
        Link document,
        List<Badge> badges,
        boolean removed,
        boolean denied,
        String language,
        List<Quote> quotes,
        String what,
        String why,
        String impact,
        boolean optOut,
        List<String> stated,
        List<String> deadlines,
        List<String> choices,
        String confidence,
        List<Fact> basis,
        String adoption,
        String typeHref,
        @Nullable String compareHref,
        List<Peer> peers,
        List<Citation> regulations,
        List<String> authorities,
        String enforcement,
        List<String> diligence,
        List<Happening> history,
        Badge severity,
        List<Fact> factors,
        List<Fact> stability,
        List<ChangeLine> activity,
        String dataHref) {
    private static final int PEERS = 3;

    /** Below it two passages of a type have too little in common to be shown side by side. */
    private static final double ALIKE = 0.15;

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
            List<String> authorities,
            Adoption adoption,
            List<ProvisionView> sameType,
            List<ChangeView> recent,
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
                                provision.denied() ? Words.denial(provision.title()) : provision.title(),
                                provision.platform().name(),
                                provision.document().name()),
                lead(provision, type),
                new Link(
                        Hrefs.platform(provision.platform()),
                        provision.platform().name()),
                new Link(
                        Hrefs.document(provision.platform(), provision.document()),
                        provision.document().name()),
                badges(provision),
                !provision.present(),
                provision.denied(),
                around.language(),
                record.quotes().stream().map(quote -> quote(provision, quote)).toList(),
                type.map(known -> known.texts().what()).orElse(""),
                type.map(known -> known.texts().why()).orElse(""),
                provision.denied()
                        ? "The practice is stated not to take place. Whether it does cannot be read from a document;"
                                + " if the statement is taken out or weakened, that is recorded as a change."
                        : type.map(known -> known.texts().impact()).orElse(""),
                provision.optOut(),
                record.choice().steps(),
                record.choice().deadlines(),
                provision.denied()
                        ? List.of()
                        : type.map(known -> known.texts().choices()).orElse(List.of()),
                confidence(record),
                record.evidence().stream()
                        .map(evidence -> new Fact(Words.ofSlug(evidence.rule()), evidence.words()))
                        .toList(),
                adoption(provision, around.adoption()),
                Hrefs.type(provision.type()),
                peers.isEmpty() ? null : compare(provision, around.sameType()),
                peers,
                citations(record, around.citations()),
                around.authorities(),
                type.map(ProvisionType::enforcement).orElse(""),
                type.map(ProvisionType::diligence).orElse(List.of()),
                history(record),
                Badge.of(provision.severity()),
                record.factors().stream().map(ProvisionPage::factor).toList(),
                stability(provision, around.now()),
                around.recent().stream().map(ChangeLine::of).toList(),
                "/v1/provisions/" + provision.id());
    }

    private static String lead(ProvisionView provision, Optional<ProvisionType> type) {
        if (!provision.denied()) {
            return type.map(ProvisionType::definition).orElse("");
        }
        String denies = type.map(known -> known.change().denies()).orElse("");
        return denies.isEmpty()
                ? "The document states that it does not do this."
                : "The document %s.".formatted(denies);
    }

    private static String confidence(ProvisionRecord record) {
        Double confidence = record.confidence();
        return confidence == null || confidence == 0 ? "" : "%d %%".formatted(Math.round(100 * confidence));
    }

    /** Counts of what is stated, whichever the provision itself does, so that no two pages contradict each other. */
    private static String adoption(ProvisionView provision, Adoption adoption) {
        return "%s on %s. %s"
                .formatted(
                        provision.denied() ? "Stated to be done" : "Found",
                        adoption.sentence(provision.type()),
                        adoption.denials(provision.type()))
                .strip();
    }

    private static List<Badge> badges(ProvisionView provision) {
        List<Badge> badges = new ArrayList<>();
        badges.add(provision.denied() ? Badge.DENIED : Badge.of(provision.severity()));
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
                        peer.denied() ? Badge.DENIED : Badge.of(peer.severity())))
                .toList();
    }

    /** Of each other platform the passage most like this one, of the same polarity; none that has little in common. */
    private static List<ProvisionView> onOtherPlatforms(ProvisionView provision, List<ProvisionView> sameType) {
        Map<String, ProvisionView> byPlatform = new LinkedHashMap<>();
        Map<String, Double> alike = new HashMap<>();
        sameType.forEach(peer -> alike.put(peer.id(), Likeness.of(provision.quote(), peer.quote())));
        sameType.stream()
                .filter(peer ->
                        !peer.platform().id().equals(provision.platform().id()))
                .filter(peer -> peer.polarity() == provision.polarity())
                .filter(peer -> alike.getOrDefault(peer.id(), 0.0) >= ALIKE)
                .sorted(Comparator.comparing((ProvisionView peer) -> alike.getOrDefault(peer.id(), 0.0))
                        .reversed()
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
