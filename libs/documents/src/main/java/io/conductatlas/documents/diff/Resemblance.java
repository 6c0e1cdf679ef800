package io.conductatlas.documents.diff;

import io.conductatlas.documents.words.Wording;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds which old sentence became which new one, in order. */
final class Resemblance {
    private static final double LEAST = 0.45;
    private static final long LARGEST_TABLE = 2_500;
    private static final int SHINGLE = 3;

    private Resemblance() {}

    /** For each old sentence the index of the new one it became, or -1; indexes rise. */
    static int[] pair(List<String> before, List<String> after) {
        int[] result = new int[before.size()];
        Arrays.fill(result, -1);
        if (before.isEmpty() || after.isEmpty()) {
            return result;
        }
        int[][] a = words(before);
        int[][] b = words(after);
        if ((long) a.length * b.length <= LARGEST_TABLE) {
            byTable(a, b, result);
        } else {
            byShingles(a, b, result);
        }
        return result;
    }

    private static int[][] words(List<String> sentences) {
        int[][] result = new int[sentences.size()][];
        for (int i = 0; i < result.length; i++) {
            result[i] = Wording.hashesButForNumbers(sentences.get(i));
        }
        return result;
    }

    private static int[][] sorted(int[][] words) {
        int[][] result = new int[words.length][];
        for (int i = 0; i < words.length; i++) {
            result[i] = words[i].clone();
            Arrays.sort(result[i]);
        }
        return result;
    }

    /** The pairs, in order, whose resemblances sum up to the most. */
    private static void byTable(int[][] wordsA, int[][] wordsB, int[] result) {
        int[][] a = sorted(wordsA);
        int[][] b = sorted(wordsB);
        double[][] best = new double[a.length + 1][b.length + 1];
        double[][] score = new double[a.length][b.length];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                double resemblance = Wording.resemblance(a[i], b[j]);
                score[i][j] = resemblance >= LEAST ? resemblance : 0;
                double paired = score[i][j] > 0 ? score[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (score[i][j] > 0 && best[i][j] == score[i][j] + best[i + 1][j + 1]) {
                result[i++] = j++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** For long stretches: sentences that share runs of words that are rare in the stretch, verified, in order. */
    private static void byShingles(int[][] a, int[][] b, int[] result) {
        Map<Integer, int[]> places = new HashMap<>();
        for (int j = 0; j < b.length; j++) {
            for (int k = 0; k + SHINGLE <= b[j].length; k++) {
                int[] place = places.computeIfAbsent(shingle(b[j], k), key -> new int[] {-1, 0});
                place[0] = j;
                place[1]++;
            }
        }
        int[][] sortedA = sorted(a);
        int[][] sortedB = sorted(b);
        int last = -1;
        int[] votes = new int[b.length];
        for (int i = 0; i < a.length; i++) {
            int best = -1;
            int[] touched = new int[a[i].length];
            int count = 0;
            for (int k = 0; k + SHINGLE <= a[i].length; k++) {
                int[] place = places.get(shingle(a[i], k));
                if (place != null && place[1] <= 2 && place[0] > last) {
                    int j = place[0];
                    if (votes[j]++ == 0) {
                        touched[count++] = j;
                    }
                    if (best < 0 || votes[j] > votes[best] || (votes[j] == votes[best] && j < best)) {
                        best = j;
                    }
                }
            }
            for (int k = 0; k < count; k++) {
                votes[touched[k]] = 0;
            }
            if (best >= 0
                    && Wording.resemblance(sortedA[i], sortedB[best]) >= LEAST
                    && leavesRoom(i, best, last, a.length, b.length)) {
                result[i] = best;
                last = best;
            }
        }
    }

    /** A pair far off the diagonal would forbid all that lie between: it is more likely chance. */
    private static boolean leavesRoom(int i, int j, int last, int lengthA, int lengthB) {
        int jump = j - last - 1;
        return jump <= Math.max(40, lengthB / 4) || Math.abs((double) i / lengthA - (double) j / lengthB) < 0.2;
    }

    private static int shingle(int[] words, int at) {
        int hash = 17;
        for (int k = 0; k < SHINGLE; k++) {
            hash = hash * 31 + words[at + k];
        }
        return hash;
    }
}
