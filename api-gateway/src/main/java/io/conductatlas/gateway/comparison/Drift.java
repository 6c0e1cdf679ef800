package io.conductatlas.gateway.comparison;

import io.conductatlas.events.Direction;
import io.conductatlas.events.Severity;
import io.conductatlas.gateway.readmodel.AssessmentView;
import io.conductatlas.gateway.readmodel.ChangeView;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a platform's agreements drift: its changes of meaning over some months.
 *
 * @param months how far back it looks
 * @param from when that begins
 * @param changes how many changes of meaning there were, those under review by our staff as they left them
 * @param high how many of them were of high severity
 * @param negativePercent of the changes; the three need not add up to 100, as each is rounded
 * @param documents how many changes each document had, the most changed first
 * @param labels the labels given most often, at most five, with how often
 * @param recorded the changes, the newest first
 */
public record Drift(
        int months,
        Instant from,
        Instant until,
        Verdict verdict,
        int changes,
        int negative,
        int neutral,
        int positive,
        int high,
        int negativePercent,
        int neutralPercent,
        int positivePercent,
        List<Count> documents,
        List<Count> labels,
        List<ChangeView> recorded) {
    private static final int TOP = 5;

    public Drift {
        documents = List.copyOf(documents);
        labels = List.copyOf(labels);
        recorded = List.copyOf(recorded);
    }

    /** In one word where it goes, for the people affected. */
    public enum Verdict {
        /** At least twice as many changes for the worse as for the better. */
        ERODING,
        /** Some for the worse and some for the better, neither twice as many as the other. */
        MIXED,
        /** At least twice as many for the better as for the worse. */
        IMPROVING,
        /** None for the worse and none for the better. */
        STABLE,
        /** No text of the platform was looked at in the time, as of one that only an archive holds. */
        NOT_WATCHED;

        private static final int CLEARLY = 2;

        static Verdict of(int negative, int positive) {
            if (negative == 0 && positive == 0) {
                return STABLE;
            }
            if (negative >= CLEARLY * positive) {
                return ERODING;
            }
            return positive >= CLEARLY * negative ? IMPROVING : MIXED;
        }
    }

    /** How often something occurred. */
    public record Count(String name, int changes) {}

    /**
     * @param recorded changes of meaning within the time, the newest first
     * @param watched whether any text was looked at within the time
     */
    static Drift of(int months, Instant from, Instant until, List<ChangeView> recorded, boolean watched) {
        int negative = with(recorded, Direction.NEGATIVE);
        int neutral = with(recorded, Direction.NEUTRAL);
        int positive = with(recorded, Direction.POSITIVE);
        return new Drift(
                months,
                from,
                until,
                watched ? Verdict.of(negative, positive) : Verdict.NOT_WATCHED,
                recorded.size(),
                negative,
                neutral,
                positive,
                (int) assessments(recorded).stream()
                        .filter(assessment -> assessment.severity() == Severity.HIGH)
                        .count(),
                percent(negative, recorded.size()),
                percent(neutral, recorded.size()),
                percent(positive, recorded.size()),
                counts(recorded.stream().map(change -> change.document().name()).toList()),
                counts(assessments(recorded).stream()
                                .flatMap(assessment ->
                                        assessment.labels().stream().distinct())
                                .toList())
                        .stream()
                        .limit(TOP)
                        .toList(),
                recorded);
    }

    private static List<AssessmentView> assessments(List<ChangeView> changes) {
        return changes.stream()
                .map(ChangeView::assessment)
                .flatMap(java.util.stream.Stream::ofNullable)
                .toList();
    }

    private static int with(List<ChangeView> changes, Direction direction) {
        return (int) assessments(changes).stream()
                .filter(assessment -> assessment.direction() == direction)
                .count();
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(100f * part / whole);
    }

    private static List<Count> counts(List<String> names) {
        Map<String, Integer> counts = names.stream()
                .collect(Collectors.toMap(Function.identity(), name -> 1, Integer::sum, LinkedHashMap::new));
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Count::changes).reversed().thenComparing(Count::name))
                .toList();
    }
}
