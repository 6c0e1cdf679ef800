package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Audience;
import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a change: the same change under the same catalogue gives the same words.
 *
 * <p>Immutable and safe to share.
 */
public final class ChangeAssessor {
    private static final int MANY_WORDS = 150;
    private static final int MOST_REGULATIONS = 50;

    private final Catalogue catalogue;
    private final ProvisionComparison comparison;
    private final AudienceReader audiences;

    public ChangeAssessor(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.comparison = new ProvisionComparison(catalogue);
        this.audiences = new AudienceReader(catalogue);
    }

    public Assessment assess(Subject subject) {
        ChangedWords changed = new ChangedWords(subject.diff());
        List<AssessedProvision> provisions = comparison.compare(subject, changed);
        Optional<LanguageExchange> exchange = LanguageExchange.of(subject);
        // of a text that was translated nothing came or went but its language
        List<NamedChange> plain = exchange.isPresent() ? List.of() : comparison.nameable(provisions, subject, changed);
        WayChanges ways = WayChanges.of(subject);
        Severity severity = severity(subject, provisions, ways);
        Direction direction = direction(provisions, ways);
        List<AffectedGroup> affected =
                affected(subject, plain.stream().map(NamedChange::provision).toList(), changed, direction);
        Optional<CommonPlace> place = CommonPlace.of(subject);
        Novelty novelty = Novelty.of(subject, place);
        List<Matter> matters = new Matters(catalogue, subject, changed, novelty).of(plain);
        HunkTeller teller = new HunkTeller(subject, changed, novelty);
        PassageTopics passages = comparison.passages(subject);
        SummaryWriter summary =
                new SummaryWriter(catalogue, subject, matters, teller, novelty, passages, place, exchange);
        return new Assessment(
                summary.title(),
                severity,
                direction,
                summary.summary(),
                labels(subject, plain, ways),
                provisions,
                affected,
                regulations(matters),
                new RecordWriter(catalogue, subject, matters, affected, severity, direction, ways, teller, passages)
                        .blocks(),
                catalogue.version());
    }

    private static Severity severity(Subject subject, List<AssessedProvision> provisions, WayChanges ways) {
        Severity highest = ways.lost().isEmpty() ? Severity.LOW : Severity.MEDIUM;
        for (AssessedProvision provision : provisions) {
            highest = highest.atLeast(provision.severity());
        }
        boolean large = subject.diff().ofMeaning()
                && subject.diff().counts().wordsAdded()
                                + subject.diff().counts().wordsRemoved()
                        >= MANY_WORDS;
        return provisions.isEmpty() && large ? Severity.MEDIUM : highest;
    }

    /**
     * The heaviest decide; what is lighter is asked only where they balance, so that no number of small gains outweighs a loss. A way
     * out that is gone weighs as a provision of medium severity does.
     */
    private static Direction direction(List<AssessedProvision> provisions, WayChanges ways) {
        int[] balance = new int[Severity.values().length];
        balance[Severity.MEDIUM.ordinal()] += ways.lost().isEmpty() ? 0 : 1;
        balance[Severity.LOW.ordinal()] -= ways.gained().isEmpty() ? 0 : 1;
        for (AssessedProvision provision : provisions) {
            balance[provision.severity().ordinal()] += switch (provision.direction()) {
                case NEGATIVE -> 1;
                case POSITIVE -> -1;
                case NEUTRAL -> 0;
            };
        }
        for (int level = balance.length - 1; level >= 0; level--) {
            if (balance[level] != 0) {
                return balance[level] > 0 ? Direction.NEGATIVE : Direction.POSITIVE;
            }
        }
        return Direction.NEUTRAL;
    }

    private List<String> labels(Subject subject, List<NamedChange> plain, WayChanges ways) {
        Set<String> given = new LinkedHashSet<>();
        if (!ways.lost().isEmpty()) {
            given.add("opt-out-reduction");
        }
        if (!ways.gained().isEmpty()) {
            given.add("opt-out-expansion");
        }
        for (NamedChange change : plain) {
            if (!change.provision().label().isEmpty()) {
                given.add(change.provision().label());
            }
        }
        if (given.isEmpty() && !subject.diff().ofMeaning()) {
            given.add("editorial");
        }
        return catalogue.labels().keySet().stream().filter(given::contains).toList();
    }

    /** Those that what changed in meaning engages, in the order in which it is told. */
    private List<EngagedRegulation> regulations(List<Matter> matters) {
        Map<String, EngagedRegulation> engaged = new LinkedHashMap<>();
        for (Matter matter : matters) {
            if (matter.named() && matter.act() != Matter.Act.MOVED) {
                for (EngagedRegulation regulation :
                        Regulations.of(catalogue, matter.main().type())) {
                    engaged.putIfAbsent(regulation.regulation() + " " + regulation.article(), regulation);
                }
            }
        }
        return engaged.values().stream().limit(MOST_REGULATIONS).toList();
    }

    /** Everybody, and those whom the sentences that changed name. */
    private List<AffectedGroup> affected(
            Subject subject, List<AssessedProvision> provisions, ChangedWords changed, Direction overall) {
        Map<String, Integer> balance = new LinkedHashMap<>();
        for (AssessedProvision assessed : provisions) {
            int sign = assessed.direction() == Direction.NEGATIVE
                    ? 1
                    : assessed.direction() == Direction.POSITIVE ? -1 : 0;
            for (String audience : audiences.named(subject, assessed, changed)) {
                balance.merge(audience, sign * (1 + assessed.severity().ordinal()), Integer::sum);
            }
        }
        List<AffectedGroup> groups = new ArrayList<>();
        groups.add(new AffectedGroup("all-users", "all users", overall));
        for (Audience audience : catalogue.audiences()) {
            Integer sum = balance.get(audience.slug());
            if (sum != null) {
                groups.add(new AffectedGroup(
                        audience.slug(),
                        audience.name(),
                        sum > 0 ? Direction.NEGATIVE : sum < 0 ? Direction.POSITIVE : Direction.NEUTRAL));
            }
        }
        return groups;
    }
}
