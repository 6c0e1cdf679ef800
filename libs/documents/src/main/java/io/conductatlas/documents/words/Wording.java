package io.conductatlas.documents.words;

import java.util.Arrays;

/** What a text says when one looks away from some of its features. */
public final class Wording {
    private Wording() {}

    public static int words(CharSequence text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(i));
            if (letter && !inside) {
                words++;
            }
            inside = letter;
        }
        return words;
    }

    /** The same with all numbers alike: "Effective 1 May" became "Effective 3 June". */
    public static int[] hashesButForNumbers(CharSequence text) {
        return hashes(text, true);
    }

    /** A hash for each word, in order, letters of both cases alike. */
    public static int[] hashes(CharSequence text) {
        return hashes(text, false);
    }

    private static int[] hashes(CharSequence text, boolean numbersAlike) {
        int[] result = new int[16];
        int count = 0;
        int hash = 0;
        boolean inside = false;
        boolean number = true;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (letter) {
                hash = hash * 31 + Character.toLowerCase(text.charAt(i));
                number &= Character.isDigit(text.charAt(i));
                inside = true;
            } else if (inside) {
                if (count == result.length) {
                    result = Arrays.copyOf(result, count * 2);
                }
                result[count++] = number && numbersAlike ? 0 : hash;
                hash = 0;
                number = true;
                inside = false;
            }
        }
        return Arrays.copyOf(result, count);
    }

    public static String withoutSpace(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                result.append(c);
            }
        }
        return result.toString();
    }

    public static String lettersAndDigits(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                result.append(c);
            }
        }
        return result.toString();
    }

    /** Numbers with the marks inside them, and the signs of money and per cent: 1.5 % and 15 % have the same digits. */
    public static String amounts(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = Character.isDigit(c);
            if (digit || Character.getType(c) == Character.CURRENCY_SYMBOL || c == '%') {
                result.append(c);
            } else if ((c == '.' || c == ',' || c == '\'' || c == '’' || Character.isSpaceChar(c))
                    && i > 0
                    && Character.isDigit(text.charAt(i - 1))
                    && i + 1 < text.length()
                    && Character.isDigit(text.charAt(i + 1))) {
                if (!isThousands(text, i)) {
                    result.append(c);
                }
            } else if (result.length() > 0 && result.charAt(result.length() - 1) != ' ') {
                result.append(' ');
            }
        }
        return result.toString().strip();
    }

    /** Whether exactly three digits follow: a mark that only makes a number easier to read. */
    private static boolean isThousands(String text, int mark) {
        int end = mark + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end - mark == 4;
    }

    /** The hashes of a text's words in order of value, as {@link #resemblance} wants them. */
    public static int[] sortedHashes(CharSequence text) {
        int[] hashes = hashes(text);
        Arrays.sort(hashes);
        return hashes;
    }

    /**
     * The share of words two texts have in common, each counted as often as it occurs (Dice's coefficient of multisets), from 0 to 1.
     *
     * @param a word hashes in order of value
     * @param b the same of the other text
     */
    public static double resemblance(int[] a, int[] b) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return a.length + b.length == 0 ? 0 : 2.0 * common / (a.length + b.length);
    }
}
