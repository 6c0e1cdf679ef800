package io.conductatlas.documents.diff;

import io.conductatlas.documents.diff.WordSpan.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two sentences word by word. */
final class WordDiff {
    private WordDiff() {}

    static List<WordSpan> between(String before, String after) {
        List<String> oldTokens = tokens(before);
        List<String> newTokens = tokens(after);
        Map<String, Integer> ids = new HashMap<>();
        int[] a = ids(oldTokens, ids);
        int[] b = ids(newTokens, ids);
        int[] match = Alignment.shortest(a, b, ids.size());
        loosen(match, oldTokens);
        return spans(oldTokens, newTokens, match);
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

    /** Lets go of pairs that are only a space or a mark between two changed words: people read such a run as one. */
    private static void loosen(int[] match, List<String> tokens) {
        int i = 0;
        while (i < match.length) {
            if (match[i] < 0) {
                i++;
                continue;
            }
            int end = i;
            boolean words = false;
            while (end < match.length && match[end] >= 0 && (end == i || match[end] == match[end - 1] + 1)) {
                words |= Character.isLetterOrDigit(tokens.get(end).charAt(0));
                end++;
            }
            boolean changedBefore = i > 0 && match[i - 1] < 0;
            boolean changedAfter = end < match.length && match[end] < 0;
            if (!words && changedBefore && changedAfter && end - i <= 2) {
                Arrays.fill(match, i, end, -1);
            }
            i = end;
        }
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
