package io.conductatlas.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Finds the score from which a label is best given: the one of the highest F1. */
final class Thresholds {
    private Thresholds() {}

    /** The best threshold on these texts, halfway between two scores. */
    static double best(List<LabelledText> texts, double[] scores, String label) {
        return best(
                scores,
                texts.stream().map(text -> text.labels().contains(label)).toArray(Boolean[]::new),
                IntStream.range(0, scores.length).toArray());
    }

    /**
     * The mean of the best thresholds of many samples drawn from the texts with replacement: steadier than the best
     * one where a label is rare.
     */
    static double steady(List<LabelledText> texts, double[] scores, String label, int samples, long seed) {
        Boolean[] is = texts.stream().map(text -> text.labels().contains(label)).toArray(Boolean[]::new);
        Random random = new Random(seed);
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            sum += best(
                    scores,
                    is,
                    IntStream.range(0, scores.length)
                            .map(k -> random.nextInt(scores.length))
                            .toArray());
        }
        return sum / samples;
    }

    private static double best(double[] scores, Boolean[] is, int[] rows) {
        int[] order = Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        long positives = Arrays.stream(rows).filter(row -> is[row]).count();
        int right = 0;
        double best = -1;
        double threshold = 0;
        for (int given = 1; given <= order.length; given++) {
            if (is[order[given - 1]]) {
                right++;
            }
            double f1 = 2.0 * right / (given + positives);
            double next = given < order.length ? scores[order[given]] : scores[order[given - 1]] - 1;
            if (f1 > best && next < scores[order[given - 1]]) {
                best = f1;
                threshold = (scores[order[given - 1]] + next) / 2;
            }
        }
        return threshold;
    }
}
