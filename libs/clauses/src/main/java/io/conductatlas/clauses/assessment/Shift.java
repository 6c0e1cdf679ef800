package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Factor;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.catalogue.Stance;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.Evidence;
import io.conductatlas.clauses.detection.NamedFactor;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far the changed words of a provision shift its reach, or for a promise its firmness: by the factors and the weak and
 * strong words that came or went, and by a negation that did.
 *
 * <p>It claims a shift only where those words explain the change. Where most of what changed is something else, or points
 * both ways, nothing is claimed.
 */
final class Shift {
    private static final int NEGATION = 3;
    private static final int CLEAR = 2;
    private static final double WHOLE = 0.9;

    private final ChangedWords changed;
    private final List<NamedFactor> factorsGained;
    private final List<NamedFactor> factorsLost;
    private final Map<String, Integer> gained = new LinkedHashMap<>();
    private final Map<String, Integer> lost = new LinkedHashMap<>();
    private final Set<ChangedWords.Run> explaining = new HashSet<>();
    private final int by;
    private final boolean turned;

    Shift(
            ProvisionType type,
            DetectedProvision was,
            DetectedProvision is,
            List<Integer> hunks,
            Subject subject,
            ChangedWords changed,
            WordingReader reader,
            List<DetectedProvision> came,
            List<DetectedProvision> went) {
        this.changed = changed;
        Set<String> limiting = type.factors().stream()
                .filter(factor -> factor.inClause() && factor.weight() < 0)
                .map(Factor::name)
                .collect(Collectors.toSet());
        this.factorsGained = factors(is, was, Basis.Side.AFTER, came, limiting, subject);
        this.factorsLost = factors(was, is, Basis.Side.BEFORE, went, limiting, subject);
        int negations = 0;
        for (int number : hunks) {
            Hunk hunk = subject.diff().hunks().get(number);
            negations +=
                    known(was, hunk.beforeStart(), hunk.beforeEnd()) && known(is, hunk.afterStart(), hunk.afterEnd())
                            ? WordingReader.negationsLost(hunk)
                            : 0;
            for (WordingReader.Found found :
                    reader.read(hunk, subject.before().text(), subject.after().text())) {
                wording(found, is, was);
            }
        }
        boolean promise = ProvisionComparison.promise(type, is.polarity());
        if (negations != 0 && type.stance() != Stance.PROTECTIVE) {
            // "we will not use it" that becomes "we may use it" reaches further; as a denial it is less firm
            this.by = negations > 0 != promise ? NEGATION : -NEGATION;
            this.turned = true;
        } else {
            int reach = weight(factorsGained) - weight(factorsLost);
            int firmness = sum(gained, promise) - sum(lost, promise);
            int words = promise ? firmness - reach : reach - firmness;
            int claimed = oneWay(promise) && explained(was, is) ? words : 0;
            this.by = claimed == 0 && promise && shorter(was, is) ? -1 : claimed;
            this.turned = false;
        }
    }

    /** Whether a provision is known here by words that hold no negation themselves, so that one beside them turns it. */
    private static boolean known(DetectedProvision provision, int from, int to) {
        return provision.evidence().stream()
                .map(Evidence::words)
                .anyMatch(words -> words.start() < to && from < words.end() && !WordingReader.negated(words.text()));
    }

    /** Whether a promise lost a sentence it was known by, and gained none. */
    private boolean shorter(DetectedProvision was, DetectedProvision is) {
        return whole(was, Basis.Side.BEFORE) && !whole(is, Basis.Side.AFTER);
    }

    private boolean whole(DetectedProvision provision, Basis.Side side) {
        return provision.quotes().stream()
                .filter(quote -> changed.share(side, List.of(quote)) >= WHOLE)
                .anyMatch(quote -> provision.evidence().stream()
                        .anyMatch(evidence -> quote.start() <= evidence.words().start()
                                && evidence.words().end() <= quote.end()));
    }

    private void wording(WordingReader.Found found, DetectedProvision is, DetectedProvision was) {
        Basis.Side side = found.gained() ? Basis.Side.AFTER : Basis.Side.BEFORE;
        List<Quote> own = found.gained() ? is.quotes() : was.quotes();
        if (own.stream()
                .anyMatch(quote ->
                        quote.start() <= found.words().start() && found.words().end() <= quote.end())) {
            (found.gained() ? gained : lost)
                    .put(found.wording().slug(), found.wording().strength());
            explaining.addAll(changed.runs(side, found.words()));
        }
    }

    /**
     * Factors that one side has, the other has not, and whose words changed. Words that came together with a provision of
     * another type belong to that one; and what limits a clause by standing in it limits nothing when it comes with a
     * sentence of its own.
     */
    private List<NamedFactor> factors(
            DetectedProvision has,
            DetectedProvision hasNot,
            Basis.Side side,
            List<DetectedProvision> others,
            Set<String> limiting,
            Subject subject) {
        List<NamedFactor> factors = new ArrayList<>();
        for (NamedFactor factor : has.factors()) {
            List<ChangedWords.Run> runs = changed.runs(side, factor.words());
            boolean shared =
                    hasNot.factors().stream().anyMatch(other -> other.name().equals(factor.name()));
            boolean anothers = others.stream()
                    .filter(other -> !other.type().equals(has.type()))
                    .flatMap(other -> other.evidence().stream())
                    .anyMatch(evidence -> runs.stream()
                            .anyMatch(run -> run.end() > run.start()
                                    && run.meets(
                                            evidence.words().start(),
                                            evidence.words().end())));
            boolean apart = limiting.contains(factor.name())
                    && runs.stream()
                            .noneMatch(run ->
                                    subject.diff().hunks().get(run.hunk()).kind() == HunkKind.EDITED);
            if (!runs.isEmpty() && !shared && !anothers && !apart) {
                factors.add(factor);
                explaining.addAll(runs);
            }
        }
        return factors;
    }

    /** Whether all that came and went points in one direction. */
    private boolean oneWay(boolean promise) {
        int sign = promise ? -1 : 1;
        Set<Integer> signs = new HashSet<>();
        factorsGained.forEach(factor -> signs.add(sign * Integer.signum(factor.weight())));
        factorsLost.forEach(factor -> signs.add(-sign * Integer.signum(factor.weight())));
        telling(gained, promise).forEach(strength -> signs.add(-sign * Integer.signum(strength)));
        telling(lost, promise).forEach(strength -> signs.add(sign * Integer.signum(strength)));
        return signs.size() == 1;
    }

    /** Whether at least half of the changed letters stand in runs that hold a factor or a weak or strong word. */
    private boolean explained(DetectedProvision was, DetectedProvision is) {
        int all = 0;
        int those = 0;
        for (Basis.Side side : Basis.Side.values()) {
            Set<ChangedWords.Run> seen = new HashSet<>();
            for (Quote quote : side == Basis.Side.BEFORE ? was.quotes() : is.quotes()) {
                for (ChangedWords.Run run : changed.runs(side, quote)) {
                    if (seen.add(run)) {
                        int length = Math.min(run.end(), quote.end()) - Math.max(run.start(), quote.start());
                        all += Math.max(0, length);
                        those += explaining.contains(run) ? Math.max(0, length) : 0;
                    }
                }
            }
        }
        return 2 * those >= all;
    }

    private static int weight(List<NamedFactor> factors) {
        return factors.stream().mapToInt(NamedFactor::weight).sum();
    }

    private static int sum(Map<String, Integer> strengths, boolean promise) {
        return telling(strengths, promise).stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The strengths that tell how far a provision reaches. A promise is less firm with "may" than with "will"; what is done
     * with people's data reaches no less far because it is said to be done, and not that it may be.
     */
    private static List<Integer> telling(Map<String, Integer> strengths, boolean promise) {
        return strengths.values().stream()
                .filter(strength -> promise || Math.abs(strength) >= CLEAR)
                .toList();
    }

    /** Positive where it reaches further or is firmer, negative where less, 0 where nothing is claimed. */
    int by() {
        return by;
    }

    /** Whether a negation came or went, so that the provision now says the opposite of what it said. */
    boolean turned() {
        return turned;
    }

    List<NamedFactor> factorsGained() {
        return factorsGained;
    }

    List<NamedFactor> factorsLost() {
        return factorsLost;
    }

    List<String> wordingsGained() {
        return List.copyOf(gained.keySet());
    }

    List<String> wordingsLost() {
        return List.copyOf(lost.keySet());
    }
}
