package io.conductatlas.gateway.pages.parts;

import org.jspecify.annotations.Nullable;

/**
 * A number with its name.
 *
 * @param style {@code bad}, {@code warn} or empty
 * @param words whether the value is words rather than a number
 * @param note a line below, or null
 */
public record Counter(
        String name,
        String value,
        String style,
        boolean words,
        @Nullable String note) {

    public static Counter of(String name, long value) {
        return new Counter(name, "%,d".formatted(value), "", false, null);
    }

    public static Counter of(String name, String value) {
        return new Counter(name, value, "", true, null);
    }

    /** The same, as something to act on while the number is not 0. */
    public Counter badUnlessZero() {
        return new Counter(name, value, value.equals("0") ? "" : "bad", words, note);
    }

    /** The same, as something to look at while the number is not 0. */
    public Counter warnUnlessZero() {
        return new Counter(name, value, value.equals("0") ? "" : "warn", words, note);
    }

    public Counter withNote(String line) {
        return new Counter(name, value, style, words, line);
    }

    public Counter withStyle(String newStyle) {
        return new Counter(name, value, newStyle, words, note);
    }
}
