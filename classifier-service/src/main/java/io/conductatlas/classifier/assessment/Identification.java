package io.conductatlas.classifier.assessment;

import io.conductatlas.classifier.provision.Arrival;
import io.conductatlas.classifier.provision.DocumentState;
import io.conductatlas.classifier.provision.KnownProvision;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.lineage.Lineage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which provisions of a version we have met before, in the version before it or earlier. */
final class Identification {

    /** How alike a provision's words have to be to those of one that had gone. */
    private static final double THE_SAME_AGAIN = 0.6;

    /** How alike a provision's words have to be to those of one in the passage they came from. */
    private static final double THE_SAME_ELSEWHERE = 0.3;

    private final List<KnownProvision> known;
    private final List<Arrival> arrivals;
    private final Set<String> taken = new HashSet<>();
    private int minted;

    Identification(DocumentState state) {
        this(state, List.of());
    }

    /** @param arrivals the provisions of other documents that may have come with the change */
    Identification(DocumentState state, List<Arrival> arrivals) {
        this.known = state.provisions();
        this.arrivals = arrivals;
    }

    /** How many were never met. */
    int minted() {
        return minted;
    }

    /** The provisions of the version we knew last, or of the one a change begins from. */
    List<Identified> first(List<DetectedProvision> found) {
        KnownProvision[] who = new KnownProvision[found.size()];
        List<KnownProvision> present =
                known.stream().filter(KnownProvision::present).toList();
        for (Lineage.Pair pair : Lineage.match(bodies(present), found).pairs()) {
            who[pair.after()] = present.get(pair.before());
        }
        return identified(found, who, new Identified[found.size()], false);
    }

    /** The provisions of the version that follows. */
    List<Identified> next(List<Identified> before, List<DetectedProvision> found) {
        Identified[] continued = new Identified[found.size()];
        List<DetectedProvision> was = before.stream().map(Identified::found).toList();
        for (Lineage.Pair pair : Lineage.match(was, found).pairs()) {
            continued[pair.after()] = before.get(pair.before());
        }
        before.stream()
                .map(Identified::known)
                .filter(java.util.Objects::nonNull)
                .forEach(one -> taken.add(one.id()));
        return identified(found, new KnownProvision[found.size()], continued, true);
    }

    private List<Identified> identified(
            List<DetectedProvision> found,
            @Nullable KnownProvision[] who,
            @Nullable Identified[] continued,
            boolean afterTheChange) {
        for (KnownProvision one : who) {
            if (one != null) {
                taken.add(one.id());
            }
        }
        List<Identified> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Identified before = continued[i];
            if (before != null) {
                all.add(new Identified(found.get(i), before.known(), before.ordinal()));
                continue;
            }
            KnownProvision one = who[i] != null ? who[i] : returned(found.get(i));
            if (one == null && afterTheChange) {
                one = arrived(found.get(i));
            }
            all.add(new Identified(found.get(i), one, one == null ? minted++ : -1));
        }
        return all;
    }

    /** One that had gone and whose words are back. */
    private @Nullable KnownProvision returned(DetectedProvision found) {
        KnownProvision nearest = null;
        double best = THE_SAME_AGAIN;
        for (KnownProvision one : known) {
            if (!taken.contains(one.id())
                    && one.found().type().equals(found.type())
                    && one.found().polarity() == found.polarity()) {
                double similarity = Lineage.similarity(one.found().words(), found.words());
                if (similarity > best) {
                    best = similarity;
                    nearest = one;
                }
            }
        }
        if (nearest != null) {
            taken.add(nearest.id());
        }
        return nearest;
    }

    /** One that another document had, in a passage that stands in this one now. */
    private @Nullable KnownProvision arrived(DetectedProvision found) {
        KnownProvision nearest = null;
        double best = THE_SAME_ELSEWHERE;
        for (Arrival arrival : arrivals) {
            KnownProvision one = arrival.provision();
            if (!taken.contains(one.id())
                    && one.found().type().equals(found.type())
                    && one.found().polarity() == found.polarity()
                    && arrival.relocation().to().holds(found)) {
                double similarity = Lineage.similarity(one.found().words(), found.words());
                if (similarity > best) {
                    best = similarity;
                    nearest = one;
                }
            }
        }
        if (nearest != null) {
            taken.add(nearest.id());
        }
        return nearest;
    }

    private static List<DetectedProvision> bodies(List<KnownProvision> provisions) {
        return provisions.stream().map(KnownProvision::found).toList();
    }
}
