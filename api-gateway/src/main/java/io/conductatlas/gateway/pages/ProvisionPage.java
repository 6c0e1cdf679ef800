package io.conductatlas.gateway.pages;

import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.gateway.comparison.Adoption;
import io.conductatlas.gateway.comparison.Comparison;
import io.conductatlas.gateway.comparison.Peer;
import io.conductatlas.gateway.comparison.ProvisionInFull;
import io.conductatlas.gateway.comparison.Stability;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.ChangeLine;
import io.conductatlas.gateway.pages.parts.Citation;
import io.conductatlas.gateway.pages.parts.CorrectionLine;
import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.EngagedView;
import io.conductatlas.gateway.readmodel.FactorView;
import io.conductatlas.gateway.readmodel.ProvisionEventView;
import io.conductatlas.gateway.readmodel.ProvisionRecord;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.QuoteView;
import io.conductatlas.gateway.readmodel.RecordView;
import io.conductatlas.gateway.readmodel.ReviewView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provision: its exact words, what they mean, and what became of them.
 *
 * @param withdrawn whether our staff found that it is no such provision
 * @param reviews what our staff decided about it, the newest first
 * @param denied whether the document states that it does not do what the type is about
 * @param texts what people are told of it
 * @param stated what the document itself says one can do, in its words
 * @param deadlines how long there is time, in its words
 * @param confidence in words; empty where it is not known
 * @param basis the rules that found it with the words that matched
 * @param rarity how rare the type is, in words
 * @param floor how alike peers are at least, in percent
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
        boolean withdrawn,
        List<CorrectionLine> reviews,
        boolean denied,
        String language,
        List<Quote> quotes,
        RecordView texts,
        boolean optOut,
        List<String> stated,
        List<String> deadlines,
        String confidence,
        List<Fact> basis,
        String adoption,
        String rarity,
        String typeHref,
        @Nullable String compareHref,
        List<PeerLine> peers,
        int floor,
        List<Citation> regulations,
        List<Happening> history,
        Badge severity,
        List<FactorLine> factors,
        List<Fact> stability,
        List<ChangeLine> activity,
        String dataHref) {

    /** Exact words with where they stand. */
    record Quote(String text, int start, int end, String section, String version, String href) {}

    /** The same type on another platform. */
    record PeerLine(String href, String platform, String document, String excerpt, Badge severity, int likeness) {}

    /**
     * Something that made it weigh more or less.
     *
     * @param weight with its sign; empty where it is not known
     * @param words the document's own words that show it; empty where they are not known
     */
    record FactorLine(String name, String weight, String says, String words) {}

    /** Something that became of the clause. */
    record Happening(
            Moment at,
            String text,
            @Nullable String href,
            @Nullable Badge badge,
            String style) {}

    /** What the catalogue says of the type, for what the record does not say itself. */
    record OfType(Optional<ProvisionType> type, List<Citation> citations, List<String> authorities) {}

    static ProvisionPage of(Frame frame, ProvisionInFull full, OfType ofType, String language) {
        ProvisionRecord record = full.record();
        ProvisionView provision = record.provision();
        RecordView texts = record.record();
        return new ProvisionPage(
                frame,
                provision.id(),
                "%s in %s’s %s"
                        .formatted(
                                title(provision),
                                provision.platform().name(),
                                provision.document().name()),
                lead(provision, ofType.type()),
                new Link(
                        Hrefs.platform(provision.platform()),
                        provision.platform().name()),
                new Link(
                        Hrefs.document(provision.platform(), provision.document()),
                        provision.document().name()),
                badges(provision, withdrawn(full.reviews())),
                !provision.present(),
                withdrawn(full.reviews()),
                full.reviews().stream().map(CorrectionLine::of).toList(),
                provision.denied(),
                language,
                record.quotes().stream().map(quote -> quote(provision, quote)).toList(),
                texts == null ? ofCatalogue(provision, ofType) : texts,
                provision.optOut(),
                record.choice().steps(),
                record.choice().deadlines(),
                confidence(record),
                record.evidence().stream()
                        .map(evidence -> new Fact(Words.ofSlug(evidence.rule()), evidence.words()))
                        .toList(),
                adoption(provision, full.adoption()),
                rarity(full.adoption().spread(provision.type())),
                Hrefs.type(provision.type()),
                full.peers().isEmpty() ? null : compare(provision, full.peers()),
                full.peers().stream().map(ProvisionPage::peer).toList(),
                percent(Comparison.FLOOR),
                citations(record, ofType.citations()),
                history(record),
                Badge.of(provision.severity()),
                record.factors().stream().map(ProvisionPage::factor).toList(),
                stability(provision, full.stability()),
                full.activity().stream().map(ChangeLine::of).toList(),
                "/v1/provisions/" + provision.id());
    }

    /** The type's name; of a denial that it is one. */
    static String title(ProvisionView provision) {
        return provision.denied() ? Words.denial(provision.title()) : provision.title();
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

    /** What the catalogue in force says of the type, for a provision assessed before its record was kept. */
    private static RecordView ofCatalogue(ProvisionView provision, OfType ofType) {
        Optional<ProvisionType> type = ofType.type();
        return new RecordView(
                type.map(known -> known.texts().what()).orElse(""),
                type.map(known -> known.texts().why()).orElse(""),
                provision.denied()
                        ? "The practice is stated not to take place. Whether it does cannot be read from a document;"
                                + " if the statement is taken out or weakened, that is recorded as a change."
                        : type.map(known -> known.texts().impact()).orElse(""),
                "",
                "",
                "",
                provision.denied()
                        ? List.of()
                        : type.map(known -> known.texts().choices()).orElse(List.of()),
                ofType.authorities(),
                type.map(ProvisionType::enforcement).orElse(""),
                type.map(ProvisionType::diligence).orElse(List.of()));
    }

    private static String confidence(ProvisionRecord record) {
        Double confidence = record.confidence();
        return confidence == null || confidence == 0 ? "" : "%d %%".formatted(percent(confidence));
    }

    private static int percent(double share) {
        return (int) Math.round(100 * share);
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

    private static String rarity(Adoption.Spread spread) {
        return switch (spread.rarity()) {
            case ABSENT -> "Stated by no platform under watch";
            case SINGLE -> "Stated by a single platform";
            case RARE -> "Rare: at most a fifth of the platforms state it";
            case UNCOMMON -> "Uncommon: at most half of the platforms state it";
            case COMMON -> "Common: more than half of the platforms state it";
        };
    }

    /** Whether our staff found that it is none. */
    private static boolean withdrawn(List<ReviewView> reviews) {
        return !reviews.isEmpty() && reviews.get(0).verdict() == ReviewVerdict.REJECTED;
    }

    private static List<Badge> badges(ProvisionView provision, boolean withdrawn) {
        List<Badge> badges = new ArrayList<>();
        badges.add(provision.denied() ? Badge.DENIED : Badge.of(provision.severity()));
        if (withdrawn) {
            badges.add(Badge.warn("Withdrawn"));
            return badges;
        }
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

    private static FactorLine factor(FactorView factor) {
        Integer weight = factor.weight();
        String words = factor.words();
        return new FactorLine(
                Words.ofSlug(factor.name()),
                weight == null ? "" : "%+d".formatted(weight).replace('-', '−'),
                factor.effect(),
                words == null ? "" : words);
    }

    /** The articles the assessment named; for what it does not say of one, what the catalogue states. */
    private static List<Citation> citations(ProvisionRecord record, List<Citation> ofType) {
        if (record.regulations().isEmpty()) {
            return ofType;
        }
        return record.regulations().stream()
                .map(engaged -> citation(engaged, ofType))
                .toList();
    }

    private static Citation citation(EngagedView engaged, List<Citation> ofType) {
        String when = engaged.when();
        if (when == null) {
            return ofType.stream()
                    .filter(citation -> citation.article().equals(engaged.article())
                            && citation.name().equals(engaged.name())
                            && citation.why().equals(engaged.why()))
                    .findFirst()
                    .orElseGet(() -> new Citation(engaged.name(), engaged.article(), engaged.why(), null));
        }
        return new Citation(
                engaged.name(),
                engaged.article(),
                engaged.heading(),
                engaged.why(),
                when.isEmpty() ? null : when,
                engaged.jurisdiction());
    }

    private static PeerLine peer(Peer peer) {
        ProvisionView provision = peer.provision();
        return new PeerLine(
                Hrefs.provision(provision.id()),
                provision.platform().name(),
                provision.document().name(),
                Words.excerpt(peer.words(), 320),
                provision.denied() ? Badge.DENIED : Badge.of(provision.severity()),
                percent(peer.likeness()));
    }

    private static String compare(ProvisionView provision, List<Peer> peers) {
        StringBuilder address = new StringBuilder("/compare?type=" + provision.type() + "&platform="
                + provision.platform().slug());
        peers.forEach(peer ->
                address.append("&platform=").append(peer.provision().platform().slug()));
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

    private static List<Fact> stability(ProvisionView provision, Stability stability) {
        return List.of(
                new Fact("Changes of the clause", "%d".formatted(stability.changes())),
                new Fact(
                        "Watched for",
                        stability.months() < 2
                                ? Words.count(stability.days(), "day")
                                : Words.count(stability.months(), "month")),
                new Fact("First seen", Moment.of(stability.firstSeenAt()).text()),
                new Fact("Last seen", Moment.of(stability.lastSeenAt()).text()),
                new Fact("Read with catalogue", provision.catalogueVersion()));
    }
}
