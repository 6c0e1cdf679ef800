package io.conductatlas.documents.diff;

import java.util.Arrays;

/** What a text says when one looks away from some of its features. */
final class Wording {
    private Wording() {}

    static int words(CharSequence text) {
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

    /** A hash for each word, in order, letters of both cases alike. */
    static int[] hashes(CharSequence text) {
        int[] result = new int[16];
        int count = 0;
        int hash = 0;
        boolean inside = false;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (letter) {
                hash = hash * 31 + Character.toLowerCase(text.charAt(i));
                inside = true;
            } else if (inside) {
                if (count == result.length) {
                    result = Arrays.copyOf(result, count * 2);
                }
                result[count++] = hash;
                hash = 0;
                inside = false;
            }
        }
        return Arrays.copyOf(result, count);
    }

    static String withoutSpace(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                result.append(c);
            }
        }
        return result.toString();
    }

    static String lettersAndDigits(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                result.append(c);
            }
        }
        return result.toString();
    }
}
