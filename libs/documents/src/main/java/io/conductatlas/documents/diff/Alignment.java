package io.conductatlas.documents.diff;

import java.util.Arrays;

/**
 * Pairs the equal elements of two sequences in order: common ends first, then elements that are unique on both sides, and the
 * shortest edit script between those, as long as it is short. A rewrite therefore costs no more than a reading.
 */
final class Alignment {
    private static final int LARGEST_SCRIPT = 600;
    private static final long LARGEST_TABLE = 40_000;

    private final int[] a;
    private final int[] b;
    private final int[] match;
    private final int[] countA;
    private final int[] countB;
    private final int[] placeB;

    private Alignment(int[] a, int[] b, int ids) {
        this.a = a;
        this.b = b;
        this.match = new int[a.length];
        Arrays.fill(match, -1);
        this.countA = new int[ids];
        this.countB = new int[ids];
        this.placeB = new int[ids];
    }

    /**
     * For each element of {@code a} the index of its partner in {@code b}, or -1; partners rise.
     *
     * @param ids more than the largest element
     */
    static int[] of(int[] a, int[] b, int ids) {
        Alignment alignment = new Alignment(a, b, ids);
        alignment.align(0, a.length, 0, b.length, true);
        return alignment.match;
    }

    /** The same by the shortest edit script wherever that is affordable: fewer elements unpaired, for words. */
    static int[] shortest(int[] a, int[] b, int ids) {
        Alignment alignment = new Alignment(a, b, ids);
        alignment.align(0, a.length, 0, b.length, false);
        return alignment.match;
    }

    private void align(int fromA, int toA, int fromB, int toB, boolean uniqueFirst) {
        int startA = fromA;
        int startB = fromB;
        int endA = toA;
        int endB = toB;
        while (startA < endA && startB < endB && a[startA] == b[startB]) {
            match[startA++] = startB++;
        }
        while (startA < endA && startB < endB && a[endA - 1] == b[endB - 1]) {
            match[--endA] = --endB;
        }
        if (startA == endA || startB == endB) {
            return;
        }
        boolean small = (long) (endA - startA) * (endB - startB) <= LARGEST_TABLE;
        if (!uniqueFirst && small && script(startA, endA, startB, endB)) {
            return;
        }
        if (!byUniqueElements(startA, endA, startB, endB, uniqueFirst)) {
            script(startA, endA, startB, endB);
        }
    }

    private boolean byUniqueElements(int fromA, int toA, int fromB, int toB, boolean uniqueFirst) {
        for (int i = fromA; i < toA; i++) {
            countA[a[i]]++;
        }
        for (int j = fromB; j < toB; j++) {
            countB[b[j]]++;
            placeB[b[j]] = j;
        }
        int[] placesA = new int[Math.min(toA - fromA, toB - fromB)];
        int[] placesB = new int[placesA.length];
        int unique = 0;
        for (int i = fromA; i < toA; i++) {
            if (countA[a[i]] == 1 && countB[a[i]] == 1) {
                placesA[unique] = i;
                placesB[unique++] = placeB[a[i]];
            }
        }
        for (int i = fromA; i < toA; i++) {
            countA[a[i]] = 0;
        }
        for (int j = fromB; j < toB; j++) {
            countB[b[j]] = 0;
        }
        if (unique == 0) {
            return false;
        }
        int[] chain = longestRising(placesB, unique);
        int lastA = fromA;
        int lastB = fromB;
        for (int index : chain) {
            int i = placesA[index];
            int j = placesB[index];
            if (i < lastA || j < lastB) {
                continue;
            }
            align(lastA, i, lastB, j, uniqueFirst);
            match[i] = j;
            lastA = i + 1;
            lastB = j + 1;
        }
        align(lastA, toA, lastB, toB, uniqueFirst);
        return true;
    }

    private static int[] longestRising(int[] values, int length) {
        int[] tails = new int[length];
        int[] previous = new int[length];
        int longest = 0;
        for (int i = 0; i < length; i++) {
            int low = 0;
            int high = longest;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[tails[middle]] < values[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low > 0 ? tails[low - 1] : -1;
            tails[low] = i;
            longest = Math.max(longest, low + 1);
        }
        int[] chain = new int[longest];
        int at = longest == 0 ? -1 : tails[longest - 1];
        for (int k = longest - 1; k >= 0; k--) {
            chain[k] = at;
            at = previous[at];
        }
        return chain;
    }

    /** Myers' shortest edit script; false, with nothing paired, where it would be longer than is worth looking for. */
    private boolean script(int fromA, int toA, int fromB, int toB) {
        int n = toA - fromA;
        int m = toB - fromB;
        int most = Math.min(n + m, LARGEST_SCRIPT);
        int[][] trace = new int[most + 1][];
        int[] reach = new int[2 * most + 3];
        int middle = most + 1;
        for (int d = 0; d <= most; d++) {
            for (int k = -d; k <= d; k += 2) {
                int x;
                if (k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1])) {
                    x = reach[middle + k + 1];
                } else {
                    x = reach[middle + k - 1] + 1;
                }
                int y = x - k;
                while (x < n && y < m && x >= 0 && y >= 0 && a[fromA + x] == b[fromB + y]) {
                    x++;
                    y++;
                }
                reach[middle + k] = x;
                if (x >= n && y >= m) {
                    walkBack(trace, d, k, n, m, fromA, fromB);
                    return true;
                }
            }
            trace[d] = Arrays.copyOfRange(reach, middle - d, middle + d + 1);
        }
        return false;
    }

    private void walkBack(int[][] trace, int length, int diagonal, int n, int m, int fromA, int fromB) {
        int x = n;
        int y = m;
        int k = diagonal;
        for (int d = length; d > 0; d--) {
            int[] reach = trace[d - 1];
            int middle = d - 1;
            boolean down = k == -d || (k != d && at(reach, middle + k - 1) < at(reach, middle + k + 1));
            int previousK = down ? k + 1 : k - 1;
            int previousX = at(reach, middle + previousK);
            int startX = down ? previousX : previousX + 1;
            while (x > startX) {
                x--;
                y--;
                match[fromA + x] = fromB + y;
            }
            x = previousX;
            y = previousX - previousK;
            k = previousK;
        }
        while (x > 0 && y > 0) {
            x--;
            y--;
            match[fromA + x] = fromB + y;
        }
    }

    private static int at(int[] reach, int index) {
        return index < 0 || index >= reach.length ? -1 : reach[index];
    }
}
