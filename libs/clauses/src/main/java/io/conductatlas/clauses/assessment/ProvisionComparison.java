package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.catalogue.Stance;
import io.conductatlas.clauses.catalogue.Wording;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.NamedFactor;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.diff.ChangeClass;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what a change does to each provision of a document. */
final class ProvisionComparison {
    private final Catalogue catalogue;

    ProvisionComparison(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<AssessedProvision> compare(Subject subject) {
        Map<String, TrackedProvision> before = new LinkedHashMap<>();
        subject.provisionsBefore().forEach(tracked -> before.put(tracked.id(), tracked));
        Map<String, TrackedProvision> after = new LinkedHashMap<>();
        subject.provisionsAfter().forEach(tracked -> after.put(tracked.id(), tracked));
        List<AssessedProvision> all = new ArrayList<>();
        for (TrackedProvision fresh : subject.provisionsAfter()) {
            TrackedProvision old = before.get(fresh.id());
            Optional<AssessedProvision> assessed =
                    old == null ? introduced(fresh, subject) : continued(old, fresh, subject);
            assessed.ifPresent(all::add);
        }
        for (TrackedProvision old : subject.provisionsBefore()) {
            if (!after.containsKey(old.id())) {
                removed(old, subject).ifPresent(all::add);
            }
        }
        Map<String, Integer> order = catalogue.order();
        all.sort(Comparator.comparing(AssessedProvision::severity)
                .reversed()
                .thenComparing(p -> p.effect() == Effect.RELOCATED || p.effect() == Effect.REWORDED)
                .thenComparing(AssessedProvision::direction)
                .thenComparing(p -> order.getOrDefault(p.type(), 0))
                .thenComparing(AssessedProvision::id));
        return all;
    }

    private Optional<AssessedProvision> introduced(TrackedProvision fresh, Subject subject) {
        List<Integer> hunks = hunks(fresh.provision(), subject, false, true);
        if (hunks.isEmpty()) {
            return Optional.empty();
        }
        DetectedProvision provision = fresh.provision();
        ProvisionType type = catalogue.type(provision.type());
        boolean more = present(subject.provisionsBefore(), provision);
        Direction direction = direction(type, provision.polarity(), provision.severity(), true);
        Severity severity = more ? stepDown(provision.severity()) : provision.severity();
        return Optional.of(new AssessedProvision(
                fresh.id(),
                type.slug(),
                type.name(),
                provision.polarity(),
                Effect.INTRODUCED,
                severity,
                direction,
                label(type, provision.polarity(), true, more),
                List.of(),
                provision.quotes(),
                hunks,
                provision.wordings(),
                List.of()));
    }

    private Optional<AssessedProvision> removed(TrackedProvision old, Subject subject) {
        List<Integer> hunks = hunks(old.provision(), subject, true, true);
        if (hunks.isEmpty()) {
            return Optional.empty();
        }
        DetectedProvision provision = old.provision();
        ProvisionType type = catalogue.type(provision.type());
        boolean someLeft = present(subject.provisionsAfter(), provision);
        Severity lost = provision.polarity() == Polarity.DENIED
                ? type.severity().atLeast(Severity.MEDIUM)
                : type.stance() == Stance.PROTECTIVE
                        ? provision.severity().atLeast(Severity.MEDIUM)
                        : provision.severity();
        return Optional.of(new AssessedProvision(
                old.id(),
                type.slug(),
                type.name(),
                provision.polarity(),
                Effect.REMOVED,
                someLeft ? stepDown(lost) : lost,
                direction(type, provision.polarity(), provision.severity(), false),
                label(type, provision.polarity(), false, someLeft),
                provision.quotes(),
                List.of(),
                hunks,
                List.of(),
                provision.wordings()));
    }

    private Optional<AssessedProvision> continued(TrackedProvision old, TrackedProvision fresh, Subject subject) {
        List<Integer> hunks = new ArrayList<>(hunks(old.provision(), subject, true, true));
        hunks(fresh.provision(), subject, false, true).stream()
                .filter(hunk -> !hunks.contains(hunk))
                .forEach(hunks::add);
        hunks.sort(Comparator.naturalOrder());
        DetectedProvision was = old.provision();
        DetectedProvision is = fresh.provision();
        ProvisionType type = catalogue.type(is.type());
        if (hunks.isEmpty()) {
            List<Integer> moves = hunks(is, subject, false, false);
            if (moves.isEmpty()
                    || was.section().equals(is.section())
                    || !was.words().equals(is.words())) {
                return Optional.empty();
            }
            return Optional.of(
                    assessed(fresh.id(), type, was, is, Effect.RELOCATED, Severity.LOW, Direction.NEUTRAL, "", moves));
        }
        if (was.words().equals(is.words())) {
            return Optional.empty();
        }
        boolean promise = type.stance() == Stance.PROTECTIVE || is.polarity() == Polarity.DENIED;
        int shift = force(is, promise) - force(was, promise);
        Effect effect = shift > 0 ? Effect.STRENGTHENED : shift < 0 ? Effect.WEAKENED : Effect.REWORDED;
        Direction direction = shift == 0 || type.stance() == Stance.NEUTRAL
                ? Direction.NEUTRAL
                : (shift > 0) == promise ? Direction.POSITIVE : Direction.NEGATIVE;
        Severity severity = shift == 0
                ? Severity.LOW
                : promise ? Severity.MEDIUM : stepDown(was.severity().atLeast(is.severity()));
        if (was.severity() != is.severity() && !promise) {
            severity = was.severity().atLeast(is.severity());
        }
        String label = shift == 0 ? "" : direction == Direction.NEGATIVE ? negativeLabel(type, promise) : "";
        return Optional.of(assessed(fresh.id(), type, was, is, effect, severity, direction, label, hunks));
    }

    private static AssessedProvision assessed(
            String id,
            ProvisionType type,
            DetectedProvision was,
            DetectedProvision is,
            Effect effect,
            Severity severity,
            Direction direction,
            String label,
            List<Integer> hunks) {
        return new AssessedProvision(
                id,
                type.slug(),
                type.name(),
                is.polarity(),
                effect,
                severity,
                direction,
                label,
                was.quotes(),
                is.quotes(),
                hunks,
                is.wordings().stream().filter(w -> !was.wordings().contains(w)).toList(),
                was.wordings().stream().filter(w -> !is.wordings().contains(w)).toList());
    }

    private static String negativeLabel(ProvisionType type, boolean promise) {
        if (promise) {
            return "wording-weakened";
        }
        return type.change().gainedLabel();
    }

    /** How far a provision reaches, or for a promise how firm it is: its factors and its weak and strong words. */
    private int force(DetectedProvision provision, boolean promise) {
        int factors = provision.factors().stream().mapToInt(NamedFactor::weight).sum();
        Map<String, Integer> strengths = new HashMap<>();
        for (Wording wording : catalogue.wordings()) {
            strengths.put(wording.slug(), wording.strength());
        }
        int words = provision.wordings().stream()
                .mapToInt(slug -> strengths.getOrDefault(slug, 0))
                .sum();
        return promise ? words - factors : factors - words;
    }

    private static Severity stepDown(Severity severity) {
        return severity == Severity.HIGH ? Severity.MEDIUM : Severity.LOW;
    }

    private static boolean present(List<TrackedProvision> all, DetectedProvision like) {
        return all.stream()
                .anyMatch(t -> t.provision().type().equals(like.type())
                        && t.provision().polarity() == like.polarity());
    }

    private static Direction direction(ProvisionType type, Polarity polarity, Severity severity, boolean came) {
        if (polarity == Polarity.DENIED || type.stance() == Stance.PROTECTIVE) {
            return came ? Direction.POSITIVE : Direction.NEGATIVE;
        }
        return switch (type.stance()) {
            case ADVERSE -> came ? Direction.NEGATIVE : Direction.POSITIVE;
            // a further practice is worse; that it is no longer described is less openness, not less practice
            case DISCLOSURE -> came && severity == Severity.LOW ? Direction.NEUTRAL : Direction.NEGATIVE;
            case NEUTRAL, PROTECTIVE -> Direction.NEUTRAL;
        };
    }

    private static String label(ProvisionType type, Polarity polarity, boolean came, boolean others) {
        boolean stated = polarity == Polarity.STATED;
        if (came) {
            return stated
                    ? type.change().gainedLabel()
                    : type.change().lostLabel().isEmpty() ? "" : "transparency-gain";
        }
        if (!stated) {
            return type.change().gainedLabel();
        }
        // where other language on the same matter stays, nothing was taken out of sight
        return others && type.change().lostLabel().equals("transparency-removal")
                ? ""
                : type.change().lostLabel();
    }

    /** The hunks of meaning, or the moves, that touch a provision's words. */
    private static List<Integer> hunks(DetectedProvision provision, Subject subject, boolean before, boolean meaning) {
        List<Integer> touched = new ArrayList<>();
        List<Hunk> hunks = subject.diff().hunks();
        for (int i = 0; i < hunks.size(); i++) {
            Hunk hunk = hunks.get(i);
            boolean counts = meaning
                    ? hunk.changeClass() == ChangeClass.SUBSTANTIVE || hunk.changeClass() == ChangeClass.DATE_OR_NUMBER
                    : hunk.kind() == HunkKind.MOVED;
            if (!counts || hunk.kind() == HunkKind.MOVED && meaning) {
                continue;
            }
            int start = before ? hunk.beforeStart() : hunk.afterStart();
            int end = before ? hunk.beforeEnd() : hunk.afterEnd();
            for (Quote quote : provision.quotes()) {
                if (quote.start() < end && start < quote.end()) {
                    touched.add(i);
                    break;
                }
            }
        }
        return touched;
    }
}
