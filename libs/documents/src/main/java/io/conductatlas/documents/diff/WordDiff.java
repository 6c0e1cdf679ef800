package io.conductatlas.documents.diff;

import io.conductatlas.documents.diff.WordSpan.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two passages word by word. The same two always give the same answer; the work for very different ones is bounded. */
public final class WordDiff {
    /** Characters of both sides from which on only their common ends are looked for: no agreement has such a sentence. */
    private static final int LONGEST = 2_000_000;

    private static final int LONGEST_JOINT = 2;
    private static final int MOST_ROUNDS = 4;

    private WordDiff() {}

    /** The two texts as runs that both have or only one has; a deletion comes before the insertion that replaces it. */
    public static List<WordSpan> between(String before, String after) {
        if ((long) before.length() + after.length() > LONGEST) {
            return betweenEnds(before, after);
        }
        List<String> oldTokens = tokens(before);
        List<String> newTokens = tokens(after);
        Map<String, Integer> ids = new HashMap<>();
        int[] a = ids(oldTokens, ids);
        int[] b = ids(newTokens, ids);
        int[] match = Alignment.shortest(a, b, ids.size());
        join(match, oldTokens, newTokens);
        return spans(oldTokens, newTokens, match);
    }

    /** What lies between the words that both begin and end with, as one place. */
    private static List<WordSpan> betweenEnds(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        while (start > 0 && Character.isLetterOrDigit(before.charAt(start - 1))) {
            start--;
        }
        int end = 0;
        while (end < most - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        while (end > 0 && Character.isLetterOrDigit(before.charAt(before.length() - end))) {
            end--;
        }
        List<WordSpan> spans = new ArrayList<>();
        flush(spans, Op.EQUAL, new StringBuilder(before.substring(0, start)));
        flush(spans, Op.DELETE, new StringBuilder(before.substring(start, before.length() - end)));
        flush(spans, Op.INSERT, new StringBuilder(after.substring(start, after.length() - end)));
        flush(spans, Op.EQUAL, new StringBuilder(before.substring(before.length() - end)));
        return spans;
    }

    /** Words, single marks and single spaces; together they are the text. */
    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = i + 1;
            if (Character.isLetterOrDigit(text.charAt(i))) {
                while (end < text.length() && isWordPart(text, end)) {
                    end++;
                }
            }
            tokens.add(text.substring(i, end));
            i = end;
        }
        return tokens;
    }

    private static boolean isWordPart(String text, int at) {
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        boolean apostrophe = c == '\'' || c == '’';
        return apostrophe && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private static int[] ids(List<String> tokens, Map<String, Integer> ids) {
        int[] result = new int[tokens.size()];
        for (int i = 0; i < result.length; i++) {
            Integer known = ids.get(tokens.get(i));
            if (known == null) {
                known = ids.size();
                ids.put(tokens.get(i), known);
            }
            result[i] = known;
        }
        return result;
    }

    /**
     * Joins neighbouring edits as a person would: lets go of equal runs that are only a space or a mark between two changed words, and
     * of one or two words alone in the midst of a passage that was written anew.
     */
    private static void join(int[] match, List<String> before, List<String> after) {
        boolean joined = true;
        for (int round = 0; joined && round < MOST_ROUNDS; round++) {
            joined = false;
            Gap gapBefore = null;
            int i = 0;
            int j = 0;
            while (true) {
                Gap gap = gapFrom(match, before, after, i, j);
                if (gapBefore != null && isNoMoreThanAJoint(before, gapBefore, gap)) {
                    Arrays.fill(match, gapBefore.oldEnd, gap.oldStart, -1);
                    joined = true;
                    gap = gapFrom(match, before, after, gapBefore.oldStart, gapBefore.newStart);
                }
                if (gap.oldEnd == match.length) {
                    break;
                }
                gapBefore = gap;
                i = gap.oldEnd;
                j = gap.newEnd;
                while (i < match.length && match[i] == j) {
                    i++;
                    j++;
                }
            }
        }
    }

    /** A changed place: the old tokens and the new ones that stand between two equal runs. */
    private record Gap(int oldStart, int oldEnd, int newStart, int newEnd, int oldWords, int newWords) {
        boolean isEmpty() {
            return oldStart == oldEnd && newStart == newEnd;
        }
    }

    private static Gap gapFrom(int[] match, List<String> before, List<String> after, int i, int j) {
        int oldEnd = i;
        while (oldEnd < match.length && match[oldEnd] < 0) {
            oldEnd++;
        }
        int newEnd = oldEnd < match.length ? match[oldEnd] : after.size();
        return new Gap(i, oldEnd, j, newEnd, words(before, i, oldEnd), words(after, j, newEnd));
    }

    private static int words(List<String> tokens, int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            words += Character.isLetterOrDigit(tokens.get(i).charAt(0)) ? 1 : 0;
        }
        return words;
    }

    private static boolean isNoMoreThanAJoint(List<String> tokens, Gap left, Gap right) {
        int length = right.oldStart - left.oldEnd;
        int oldWords = left.oldWords + right.oldWords;
        int newWords = left.newWords + right.newWords;
        boolean oneForAnother = (left.oldEnd > left.oldStart || right.oldEnd > right.oldStart)
                && (left.newEnd > left.newStart || right.newEnd > right.newStart);
        if (length <= 0 || left.isEmpty() || right.isEmpty() || !oneForAnother || oldWords + newWords == 0) {
            return false;
        }
        int kept = words(tokens, left.oldEnd, right.oldStart);
        if (kept == 0) {
            return length <= 2;
        }
        boolean amidst = Math.min(left.oldWords + left.newWords, right.oldWords + right.newWords) >= 2 * kept;
        return kept <= LONGEST_JOINT && amidst && Math.min(oldWords, newWords) >= 2 * kept;
    }

    private static List<WordSpan> spans(List<String> before, List<String> after, int[] match) {
        List<WordSpan> spans = new ArrayList<>();
        StringBuilder equal = new StringBuilder();
        StringBuilder deleted = new StringBuilder();
        StringBuilder inserted = new StringBuilder();
        int j = 0;
        for (int i = 0; i < match.length; i++) {
            if (match[i] < 0) {
                flush(spans, Op.EQUAL, equal);
                deleted.append(before.get(i));
                continue;
            }
            while (j < match[i]) {
                flush(spans, Op.EQUAL, equal);
                inserted.append(after.get(j++));
            }
            flush(spans, Op.DELETE, deleted);
            flush(spans, Op.INSERT, inserted);
            equal.append(before.get(i));
            j++;
        }
        while (j < after.size()) {
            flush(spans, Op.EQUAL, equal);
            inserted.append(after.get(j++));
        }
        flush(spans, Op.EQUAL, equal);
        flush(spans, Op.DELETE, deleted);
        flush(spans, Op.INSERT, inserted);
        return spans;
    }

    private static void flush(List<WordSpan> spans, Op op, StringBuilder text) {
        if (text.length() > 0) {
            spans.add(new WordSpan(op, text.toString()));
            text.setLength(0);
        }
    }
}
