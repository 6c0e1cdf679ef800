package io.conductatlas.documents.diff;

import io.conductatlas.documents.diff.WordSpan.Op;
import io.conductatlas.documents.words.Wording;
import java.util.List;
import java.util.Locale;

/**
 * Tells a slip of the pen from a change of words: a word written twice that is now written once, or a letter inside a long word put
 * right. Endings are left alone, for "party" and "parties" differ in meaning.
 */
final class Spelling {
    private static final int SHORTEST_WORD = 6;

    private Spelling() {}

    /** Whether nothing but the spelling of single words differs; marks and spaces beside them do not count. */
    static boolean isAllThatDiffers(List<WordSpan> words) {
        boolean found = false;
        for (int i = 0; i < words.size(); i++) {
            WordSpan span = words.get(i);
            if (span.op() == Op.EQUAL || Wording.words(span.text()) == 0) {
                continue;
            }
            boolean pair = span.op() == Op.DELETE
                    && i + 1 < words.size()
                    && words.get(i + 1).op() == Op.INSERT;
            if (pair && isSlip(span.text().strip(), words.get(i + 1).text().strip())) {
                i++;
            } else if (!isDoubled(words, i)) {
                return false;
            }
            found = true;
        }
        return found;
    }

    /** Whether two words differ in one letter inside, one letter more or less inside, or two neighbours that changed places. */
    static boolean isSlip(String before, String after) {
        String old = before.toLowerCase(Locale.ROOT);
        String fresh = after.toLowerCase(Locale.ROOT);
        int most = Math.max(old.length(), fresh.length());
        if (most < SHORTEST_WORD || !isWord(old) || !isWord(fresh) || Math.abs(old.length() - fresh.length()) > 1) {
            return false;
        }
        int least = Math.min(old.length(), fresh.length());
        int start = 0;
        while (start < least && old.charAt(start) == fresh.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < least - start && old.charAt(old.length() - 1 - end) == fresh.charAt(fresh.length() - 1 - end)) {
            end++;
        }
        if (start == 0 || end == 0) {
            return false;
        }
        int oldRest = old.length() - start - end;
        int freshRest = fresh.length() - start - end;
        boolean swapped = oldRest == 2
                && freshRest == 2
                && old.charAt(start) == fresh.charAt(start + 1)
                && old.charAt(start + 1) == fresh.charAt(start);
        return swapped || Math.max(oldRest, freshRest) <= 1;
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isLetter);
    }

    /** Whether the words of a run stand beside it once more. */
    private static boolean isDoubled(List<WordSpan> words, int at) {
        String run = words.get(at).text().strip().toLowerCase(Locale.ROOT);
        if (!isWord(run)) {
            return false;
        }
        String before =
                at > 0 && words.get(at - 1).op() == Op.EQUAL ? words.get(at - 1).text() : "";
        String after = at + 1 < words.size() && words.get(at + 1).op() == Op.EQUAL
                ? words.get(at + 1).text()
                : "";
        return endsWithWord(before.strip().toLowerCase(Locale.ROOT), run)
                || beginsWithWord(after.strip().toLowerCase(Locale.ROOT), run);
    }

    private static boolean endsWithWord(String text, String word) {
        int start = text.length() - word.length();
        return text.endsWith(word) && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
    }

    private static boolean beginsWithWord(String text, String word) {
        return text.startsWith(word)
                && (text.length() == word.length() || !Character.isLetterOrDigit(text.charAt(word.length())));
    }
}
