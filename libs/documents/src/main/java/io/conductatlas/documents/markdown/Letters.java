package io.conductatlas.documents.markdown;

import java.util.Arrays;

/** Characters in a row that grow at their end. A {@link StringBuilder} checks how it keeps them with each one it is given. */
final class Letters {
    private char[] chars;
    private int length;

    Letters(int capacity) {
        this.chars = new char[Math.max(16, capacity)];
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    char charAt(int index) {
        return chars[index];
    }

    /** The characters themselves: good until the next one is added; only those before {@link #length} count. */
    char[] chars() {
        return chars;
    }

    void append(char c) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
        }
        chars[length++] = c;
    }

    void append(char[] source, int from, int to) {
        int count = to - from;
        if (length + count > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(length + count, length * 2));
        }
        System.arraycopy(source, from, chars, length, count);
        length += count;
    }

    void append(String words) {
        append(words.toCharArray(), 0, words.length());
    }

    /** Forgets what stands behind. */
    void cut(int newLength) {
        length = newLength;
    }

    String substring(int from, int to) {
        return new String(chars, from, to - from);
    }

    @Override
    public String toString() {
        return substring(0, length);
    }
}
