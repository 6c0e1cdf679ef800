package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.catalogue.Stance;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.documents.diff.ChangeClass;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gathers what a change did into matters and puts first what a reader should hear first. */
final class Matters {
    private static final double FURTHER = 0.5;
    private static final double NO_STANCE = 0.4;
    private static final double NAMED = 0.2;
    private static final double BY_SPREAD = 0.25;
    private static final int MOST_SPREAD = 4;
    /** From which share on the words of a sentence that changed are more than a slip. */
    private static final double SOME = 0.2;

    private static final double MOST_SIZE = 6;
    private static final double BY_SIZE = 0.15;
    private static final double MOST_NEW_WORDS = 8;
    private static final double BY_NEW_WORDS = 0.15;

    private final Catalogue catalogue;
    private final Subject subject;
    private final ChangedWords changed;
    private final Novelty novelty;
    private final Map<String, DetectedProvision> found = new HashMap<>();

    Matters(Catalogue catalogue, Subject subject, ChangedWords changed, Novelty novelty) {
        this.catalogue = catalogue;
        this.subject = subject;
        this.changed = changed;
        this.novelty = novelty;
        subject.provisionsBefore().forEach(tracked -> found.put(tracked.id(), tracked.provision()));
        subject.provisionsAfter().forEach(tracked -> found.put(tracked.id(), tracked.provision()));
    }

    /** All matters, the weightiest first. */
    List<Matter> of(List<NamedChange> changes) {
        Map<String, List<NamedChange>> kinds = new LinkedHashMap<>();
        for (NamedChange change : changes) {
            kinds.computeIfAbsent(change.provision().kind(), kind -> new ArrayList<>())
                    .add(change);
        }
        List<Matter> matters = new ArrayList<>();
        Set<Integer> told = new LinkedHashSet<>();
        for (List<NamedChange> kind : kinds.values()) {
            Matter matter = matter(kind);
            matters.add(matter);
            told.addAll(matter.hunks());
        }
        for (List<Integer> alike : bare(told)) {
            matters.add(new Matter(act(alike.get(0)), false, List.of(), alike, plainWeight(alike)));
        }
        matters.sort(Comparator.comparingDouble(Matter::weight)
                .reversed()
                .thenComparing(matter -> matter.hunks().isEmpty()
                        ? Integer.MAX_VALUE
                        : matter.hunks().get(0)));
        return matters;
    }

    private Matter matter(List<NamedChange> changes) {
        List<AssessedProvision> kind =
                changes.stream().map(NamedChange::provision).toList();
        TreeSet<Integer> hunks = new TreeSet<>();
        kind.forEach(provision -> hunks.addAll(provision.hunks()));
        List<AssessedProvision> telling = new ArrayList<>(kind);
        telling.sort(Comparator.comparing((AssessedProvision p) -> quiet(p.effect()))
                .thenComparing(AssessedProvision::severity, Comparator.reverseOrder()));
        Matter.Act act = act(changes);
        boolean partly =
                held(telling.get(0), subject.provisionsBefore()) && held(telling.get(0), subject.provisionsAfter());
        return new Matter(act, partly, telling, List.copyOf(hunks), weight(act, partly, telling, List.copyOf(hunks)));
    }

    private static boolean quiet(Effect effect) {
        return effect == Effect.REWORDED || effect == Effect.RELOCATED;
    }

    private static boolean held(AssessedProvision like, List<TrackedProvision> side) {
        return side.stream()
                .anyMatch(tracked -> tracked.provision().type().equals(like.type())
                        && tracked.provision().polarity() == like.polarity());
    }

    /** What the stated words do: a sentence added to a clause adds language, whatever becomes of the clause. */
    private Matter.Act act(List<NamedChange> changes) {
        List<Effect> effects =
                changes.stream().map(change -> change.provision().effect()).toList();
        if (effects.stream().allMatch(Effect.RELOCATED::equals)) {
            return changes.stream()
                            .anyMatch(change ->
                                    subject.relocated(change.provision().id()).isPresent())
                    ? Matter.Act.RELOCATED
                    : Matter.Act.MOVED;
        }
        List<NamedChange> here = changes.stream()
                .filter(change -> change.provision().effect() != Effect.RELOCATED)
                .toList();
        boolean came = here.stream().anyMatch(NamedChange::came);
        boolean went = here.stream().anyMatch(NamedChange::went);
        AssessedProvision one = changes.get(0).provision();
        if (came && !went && !changes(one, Basis.Side.BEFORE)) {
            return Matter.Act.ADDED;
        }
        if (went && !came && !changes(one, Basis.Side.AFTER)) {
            return Matter.Act.REMOVED;
        }
        return Matter.Act.REWORDED;
    }

    /** Whether words of the same kind changed on a side, stated plainly or not: then one wording took the place of another. */
    private boolean changes(AssessedProvision like, Basis.Side side) {
        return (side == Basis.Side.BEFORE ? subject.provisionsBefore() : subject.provisionsAfter())
                .stream()
                        .map(TrackedProvision::provision)
                        .filter(provision ->
                                provision.type().equals(like.type()) && provision.polarity() == like.polarity())
                        .flatMap(provision -> provision.quotes().stream())
                        .anyMatch(quote -> changed.share(side, List.of(quote)) >= SOME);
    }

    private Matter.Act act(int hunk) {
        return switch (subject.diff().hunks().get(hunk).kind()) {
            case INSERTED -> Matter.Act.ADDED;
            case DELETED -> Matter.Act.REMOVED;
            case EDITED -> Matter.Act.REWORDED;
            case MOVED -> Matter.Act.MOVED;
        };
    }

    /** Hunks of meaning outside any matter; those that do the same with the same words are one. */
    private List<List<Integer>> bare(Set<Integer> told) {
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (int number : telling(subject)) {
            if (!told.contains(number)) {
                Hunk hunk = subject.diff().hunks().get(number);
                alike.computeIfAbsent(hunk.kind() + hunk.before() + "\n" + hunk.after(), key -> new ArrayList<>())
                        .add(number);
            }
        }
        return List.copyOf(alike.values());
    }

    private double weight(Matter.Act act, boolean partly, List<AssessedProvision> kind, List<Integer> hunks) {
        Severity severity = kind.stream()
                .map(AssessedProvision::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.LOW);
        DetectedProvision main = found.get(kind.get(0).id());
        double confidence = main == null ? 1 : main.confidence();
        boolean further = partly && (act == Matter.Act.ADDED || act == Matter.Act.REMOVED);
        return bySeverity(severity)
                        * byAct(act)
                        * (further ? FURTHER : 1)
                        * (catalogue.type(kind.get(0).type()).stance() == Stance.NEUTRAL ? NO_STANCE : 1)
                        * confidence
                        * confidence
                + NAMED
                + (act == Matter.Act.REWORDED ? 0 : BY_SPREAD * Math.min(MOST_SPREAD, hunks.size() - 1))
                + plainWeight(hunks);
    }

    private static double bySeverity(Severity severity) {
        return switch (severity) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 4;
        };
    }

    private static double byAct(Matter.Act act) {
        return switch (act) {
            case ADDED, REMOVED -> 1;
            case RELOCATED -> 0.6;
            case REWORDED -> 0.5;
            case MOVED -> 0.1;
        };
    }

    private double plainWeight(List<Integer> hunks) {
        double size = 0;
        double fresh = 0;
        for (int number : hunks) {
            Hunk hunk = subject.diff().hunks().get(number);
            if (Edit.isSlight(hunk)) {
                continue;
            }
            size = Math.max(size, Math.log(1 + novelty.changedWords(hunk)) / Math.log(2));
            fresh = Math.max(fresh, novelty.of(hunk));
        }
        return BY_SIZE * Math.min(MOST_SIZE, size) + BY_NEW_WORDS * Math.min(MOST_NEW_WORDS, fresh);
    }

    /** The hunks a reader should hear of: those of meaning that are more than a move. */
    static List<Integer> telling(Subject subject) {
        List<Integer> telling = new ArrayList<>();
        List<Hunk> hunks = subject.diff().hunks();
        for (int i = 0; i < hunks.size(); i++) {
            if (hunks.get(i).changeClass() == ChangeClass.SUBSTANTIVE
                    && hunks.get(i).kind() != HunkKind.MOVED) {
                telling.add(i);
            }
        }
        return telling;
    }
}
