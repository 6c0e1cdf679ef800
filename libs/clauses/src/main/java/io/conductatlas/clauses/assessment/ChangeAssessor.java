package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Audience;
import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.documents.diff.ChangeClass;
import io.conductatlas.documents.diff.Hunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    public ChangeAssessor(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.comparison = new ProvisionComparison(catalogue);
    }

    public Assessment assess(Subject subject) {
        List<AssessedProvision> provisions = comparison.compare(subject);
        List<EngagedRegulation> regulations = regulations(provisions);
        Severity severity = severity(subject, provisions);
        Direction direction = direction(provisions);
        List<AffectedGroup> affected = affected(subject, provisions, direction);
        RecordWriter writer = new RecordWriter(catalogue, subject, provisions, regulations, severity, affected);
        return new Assessment(
                writer.title(),
                severity,
                direction,
                writer.summary(),
                labels(subject, provisions),
                provisions,
                affected,
                regulations,
                writer.blocks(),
                catalogue.version());
    }

    private static Severity severity(Subject subject, List<AssessedProvision> provisions) {
        Severity highest = Severity.LOW;
        for (AssessedProvision provision : provisions) {
            highest = highest.atLeast(provision.severity());
        }
        boolean large = subject.diff().ofMeaning()
                && subject.diff().counts().wordsAdded()
                                + subject.diff().counts().wordsRemoved()
                        >= MANY_WORDS;
        return provisions.isEmpty() && large ? Severity.MEDIUM : highest;
    }

    private static Direction direction(List<AssessedProvision> provisions) {
        int sum = 0;
        for (AssessedProvision provision : provisions) {
            int weight = 1 + 2 * provision.severity().ordinal();
            sum += switch (provision.direction()) {
                case NEGATIVE -> weight;
                case POSITIVE -> -weight;
                case NEUTRAL -> 0;
            };
        }
        return sum > 0 ? Direction.NEGATIVE : sum < 0 ? Direction.POSITIVE : Direction.NEUTRAL;
    }

    private List<String> labels(Subject subject, List<AssessedProvision> provisions) {
        Set<String> given = new LinkedHashSet<>();
        for (AssessedProvision provision : provisions) {
            if (!provision.label().isEmpty()) {
                given.add(provision.label());
            }
        }
        if (given.isEmpty() && !subject.diff().ofMeaning()) {
            given.add("editorial");
        }
        return catalogue.labels().keySet().stream().filter(given::contains).toList();
    }

    private List<EngagedRegulation> regulations(List<AssessedProvision> provisions) {
        Map<String, EngagedRegulation> engaged = new LinkedHashMap<>();
        for (AssessedProvision provision : provisions) {
            if (provision.effect() == Effect.RELOCATED) {
                continue;
            }
            for (EngagedRegulation regulation : Regulations.of(catalogue, provision.type())) {
                engaged.putIfAbsent(regulation.regulation() + " " + regulation.article(), regulation);
            }
        }
        return engaged.values().stream().limit(MOST_REGULATIONS).toList();
    }

    /** Who is named in the words that changed; everybody where nobody is. */
    private List<AffectedGroup> affected(Subject subject, List<AssessedProvision> provisions, Direction overall) {
        Map<String, Integer> balance = new LinkedHashMap<>();
        for (AssessedProvision assessed : provisions) {
            int sign = assessed.direction() == Direction.NEGATIVE
                    ? 1
                    : assessed.direction() == Direction.POSITIVE ? -1 : 0;
            for (String audience : audiences(subject, assessed.id())) {
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

    private static Set<String> audiences(Subject subject, String id) {
        Set<String> named = new LinkedHashSet<>();
        for (List<TrackedProvision> side : List.of(subject.provisionsAfter(), subject.provisionsBefore())) {
            for (TrackedProvision tracked : side) {
                if (tracked.id().equals(id)) {
                    DetectedProvision provision = tracked.provision();
                    named.addAll(provision.audiences());
                }
            }
        }
        return named;
    }

    /** The hunks a reader should hear of: those of meaning, or all where there are none. */
    static List<Integer> telling(Subject subject) {
        List<Integer> telling = new ArrayList<>();
        List<Hunk> hunks = subject.diff().hunks();
        for (int i = 0; i < hunks.size(); i++) {
            if (hunks.get(i).changeClass() == ChangeClass.SUBSTANTIVE) {
                telling.add(i);
            }
        }
        return telling;
    }
}
