package io.conductatlas.gateway.pages.parts;

import java.time.Duration;
import java.util.Locale;

/** Turns names of constants and slugs into words for people. */
public final class Words {
    private static final String STATEMENT = "Statement ";

    private Words() {}

    /** {@code DATE_OR_NUMBER} as {@code Date or number}. */
    public static String of(Enum<?> constant) {
        return ofSlug(constant.name());
    }

    /** {@code transparency-removal} or {@code error_page} as {@code Transparency removal}, {@code Error page}. */
    public static String ofSlug(String slug) {
        String words = slug.replace('_', ' ').replace('-', ' ').strip().toLowerCase(Locale.ENGLISH);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * {@code Sale of personal data} as {@code Statement against sale of personal data}: it is stated not to be done. A title
     * that says so already, {@code Statement that personal data are not sold}, stays as it is.
     */
    public static String denial(String title) {
        if (title.startsWith(STATEMENT)) {
            return title;
        }
        boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return STATEMENT + "against "
                + (title.isEmpty() || acronym ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1));
    }

    /** A length of time in the largest unit that says it well, for example {@code 3 days}. */
    public static String of(Duration duration) {
        if (duration.isNegative() || duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return "under a second";
        }
        if (duration.toDays() >= 2) {
            return count(duration.toDays(), "day");
        }
        if (duration.toHours() >= 2) {
            return count(duration.toHours(), "hour");
        }
        if (duration.toMinutes() >= 2) {
            return count(duration.toMinutes(), "minute");
        }
        return count(duration.toSeconds(), "second");
    }

    /** {@code 1 version}, {@code 2 versions}. */
    public static String count(long number, String noun) {
        return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
    }

    /** The beginning of a long text, cut between words. */
    public static String excerpt(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int cut = text.lastIndexOf(' ', length);
        int end = cut > length / 2 ? cut : length;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + " …";
    }
}
