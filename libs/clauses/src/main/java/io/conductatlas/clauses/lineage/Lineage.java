package io.conductatlas.clauses.lineage;

import io.conductatlas.clauses.detection.DetectedProvision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which provisions of a new version continue which of the old one.
 *
 * <p>Only provisions of one type and polarity can continue each other. The most alike go first: words count most, then
 * the section, then the place in the document. The same input always gives the same pairs.
 */
public final class Lineage {
    private static final double ALIKE = 0.34;
    private static final double ALIKE_IN_ONE_SECTION = 0.18;
    private static final double ALIKE_WHEN_ALONE = 0.12;
    private static final double SECTION_WEIGHT = 0.15;
    private static final double PLACE_WEIGHT = 0.05;

    /** That {@code after} continues {@code before}; both are places in the lists given. */
    public record Pair(int before, int after, double similarity) {}

    /** The pairs in the order of the new version, and who is left over on either side. */
    public record Result(List<Pair> pairs, List<Integer> gone, List<Integer> fresh) {
        public Result {
            pairs = List.copyOf(pairs);
            gone = List.copyOf(gone);
            fresh = List.copyOf(fresh);
        }
    }

    private record Candidate(int before, int after, double similarity, double score) {}

    private Lineage() {}

    public static Result match(List<DetectedProvision> before, List<DetectedProvision> after) {
        List<Map<String, Integer>> oldWords = before.stream().map(Lineage::bag).toList();
        List<Map<String, Integer>> newWords = after.stream().map(Lineage::bag).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j < after.size(); j++) {
                if (kind(before.get(i)).equals(kind(after.get(j)))) {
                    candidate(i, j, before, after, oldWords, newWords, candidates);
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparingInt(Candidate::before)
                .thenComparingInt(Candidate::after));
        boolean[] goneTaken = new boolean[before.size()];
        boolean[] freshTaken = new boolean[after.size()];
        List<Pair> pairs = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!goneTaken[candidate.before()] && !freshTaken[candidate.after()]) {
                goneTaken[candidate.before()] = true;
                freshTaken[candidate.after()] = true;
                pairs.add(new Pair(candidate.before(), candidate.after(), candidate.similarity()));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::after));
        return new Result(pairs, free(goneTaken), free(freshTaken));
    }

    private static void candidate(
            int i,
            int j,
            List<DetectedProvision> before,
            List<DetectedProvision> after,
            List<Map<String, Integer>> oldWords,
            List<Map<String, Integer>> newWords,
            List<Candidate> candidates) {
        double similarity = dice(oldWords.get(i), newWords.get(j));
        boolean oneSection = !before.get(i).section().isEmpty()
                && before.get(i).section().equals(after.get(j).section());
        boolean alone = alone(before, before.get(i)) && alone(after, after.get(j));
        double least = alone ? ALIKE_WHEN_ALONE : oneSection ? ALIKE_IN_ONE_SECTION : ALIKE;
        if (similarity >= least) {
            double place = 1 - Math.abs((i + 0.5) / before.size() - (j + 0.5) / after.size());
            candidates.add(new Candidate(
                    i, j, similarity, similarity + (oneSection ? SECTION_WEIGHT : 0) + PLACE_WEIGHT * place));
        }
    }

    private static boolean alone(List<DetectedProvision> all, DetectedProvision one) {
        return all.stream().filter(p -> kind(p).equals(kind(one))).count() == 1;
    }

    private static String kind(DetectedProvision provision) {
        return provision.type() + "/" + provision.polarity();
    }

    private static List<Integer> free(boolean[] taken) {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                free.add(i);
            }
        }
        return free;
    }

    private static Map<String, Integer> bag(DetectedProvision provision) {
        return bag(provision.words());
    }

    private static Map<String, Integer> bag(String text) {
        Map<String, Integer> bag = new HashMap<>();
        StringBuilder word = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT) + " ";
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (word.length() > 0) {
                bag.merge(word.toString(), 1, Integer::sum);
                word.setLength(0);
            }
        }
        return bag;
    }

    /** How alike two texts are by their words, from 0 to 1. */
    public static double similarity(String one, String other) {
        return dice(bag(one), bag(other));
    }

    private static double dice(Map<String, Integer> one, Map<String, Integer> other) {
        int shared = 0;
        int all = 0;
        for (Map.Entry<String, Integer> entry : one.entrySet()) {
            shared += Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0));
            all += entry.getValue();
        }
        for (int count : other.values()) {
            all += count;
        }
        return all == 0 ? 0 : 2.0 * shared / all;
    }
}
