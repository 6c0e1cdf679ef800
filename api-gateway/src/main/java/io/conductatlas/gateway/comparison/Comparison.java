package io.conductatlas.gateway.comparison;

import io.conductatlas.gateway.readmodel.ChangeFilter;
import io.conductatlas.gateway.readmodel.Changes;
import io.conductatlas.gateway.readmodel.Corrections;
import io.conductatlas.gateway.readmodel.DocumentView;
import io.conductatlas.gateway.readmodel.Documents;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.readmodel.PlatformName;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.readmodel.Platforms;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.Provisions;
import io.conductatlas.gateway.readmodel.Provisions.Passage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets provisions beside those of other platforms. */
@ApplicationScoped
public class Comparison {
    /** Below it two passages of a type have too little in common to be shown side by side. */
    public static final double FLOOR = 0.15;

    /** How many platforms are set beside each other at least. */
    public static final int LEAST = 2;

    /** How many at most. */
    public static final int MOST = 4;

    /** How many months back drift can be asked for. */
    public static final int MOST_MONTHS = 120;

    private static final int PEERS = 3;
    private static final int ACTIVITY = 5;

    private final Provisions provisions;
    private final Platforms platforms;
    private final Documents documents;
    private final Changes changes;
    private final Corrections corrections;
    private final Clock clock;

    Comparison(
            Provisions provisions,
            Platforms platforms,
            Documents documents,
            Changes changes,
            Corrections corrections,
            Clock clock) {
        this.provisions = provisions;
        this.platforms = platforms;
        this.documents = documents;
        this.changes = changes;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** How common all types are. */
    public Uni<Adoption> adoption() {
        return provisions.adoption().chain(types -> platforms.watched().map(watched -> new Adoption(types, watched)));
    }

    /** The provision with all that is shown of it. */
    public Uni<ProvisionInFull> inFull(ProvisionView provision) {
        return provisions
                .record(provision)
                .chain(record -> adoption()
                        .chain(adoption -> peers(provision)
                                .chain(peers -> changes.find(
                                                ChangeFilter.ofDocument(
                                                        provision.document().id()),
                                                PageRequest.first(ACTIVITY))
                                        .chain(activity -> corrections
                                                .of(provision.id())
                                                .chain(reviews -> documents
                                                        .byId(provision
                                                                .document()
                                                                .id())
                                                        .map(document -> new ProvisionInFull(
                                                                record,
                                                                adoption,
                                                                peers,
                                                                Stability.of(
                                                                        provision,
                                                                        document.map(DocumentView::lastCheckedAt)
                                                                                .orElse(null)),
                                                                activity.items(),
                                                                reviews)))))));
    }

    /** What the current Versions of some platforms hold, of one type or of all, platform by platform. */
    public Uni<List<Column>> columns(List<PlatformView> compared, @Nullable String type) {
        return provisions
                .ofPlatforms(compared.stream().map(PlatformView::id).toList(), type)
                .map(held -> compared.stream()
                        .map(platform -> new Column(
                                new PlatformName(platform.id(), platform.slug(), platform.name()),
                                held.stream()
                                        .filter(provision ->
                                                provision.platform().id().equals(platform.id()))
                                        .sorted(Comparator.comparing(ProvisionView::denied)
                                                .thenComparing(ProvisionView::severity, Comparator.reverseOrder())
                                                .thenComparing(ProvisionView::id))
                                        .toList()))
                        .toList());
    }

    /** The answers to the questions that many people ask of a platform. */
    public Uni<List<QuickFact>> facts(UUID platformId) {
        return provisions.ofPlatforms(List.of(platformId), null).map(QuickFact::of);
    }

    /**
     * Where a platform drifts.
     *
     * @param months how far back to look, 1 to {@link #MOST_MONTHS}
     */
    public Uni<Drift> drift(UUID platformId, int months) {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("drift is over 1 to %d months, not %d".formatted(MOST_MONTHS, months));
        }
        Instant until = clock.instant();
        Instant from = until.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
        return changes.ofMeaningSince(platformId, from)
                .chain(recorded -> documents
                        .ofPlatform(platformId)
                        .map(held -> Drift.of(months, from, until, recorded, seenSince(from, held))));
    }

    private static boolean seenSince(Instant from, List<DocumentView> documents) {
        return documents.stream()
                .map(DocumentView::lastCheckedAt)
                .anyMatch(checked -> checked != null && !checked.isBefore(from));
    }

    /** Of the platforms whose words are most alike, the passage that is; of the same type and polarity. */
    private Uni<List<Peer>> peers(ProvisionView provision) {
        return provisions
                .words(provision.id())
                .chain(words -> provisions
                        .elsewhere(provision)
                        .map(passages -> nearest(words, passages))
                        .chain(nearest -> provisions
                                .byIds(nearest.stream().map(Near::id).toList())
                                .map(found -> found.stream()
                                        .flatMap(peer -> nearest.stream()
                                                .filter(near -> near.id().equals(peer.id()))
                                                .map(near -> new Peer(peer, near.words(), near.likeness())))
                                        .sorted(Comparator.comparingDouble(Peer::likeness)
                                                .reversed()
                                                .thenComparing(
                                                        peer -> peer.provision().id()))
                                        .toList())));
    }

    /** One passage a platform, the most alike first. */
    static List<Near> nearest(String words, List<Passage> passages) {
        Set<UUID> taken = new HashSet<>();
        return passages.stream()
                .map(passage -> new Near(
                        passage.id(), passage.platformId(), passage.words(), Likeness.of(words, passage.words())))
                .filter(near -> near.likeness() >= FLOOR)
                .sorted(Comparator.comparingDouble(Near::likeness).reversed().thenComparing(Near::id))
                .filter(near -> taken.add(near.platformId()))
                .limit(PEERS)
                .toList();
    }

    /** One platform's provisions, the weightiest first, those that are denials last. */
    public record Column(PlatformName platform, List<ProvisionView> provisions) {
        public Column {
            provisions = List.copyOf(provisions);
        }
    }

    record Near(String id, UUID platformId, String words, double likeness) {}
}
