package io.conductatlas.clauses.assessment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Small matters of English. */
final class Phrasing {
    private static final int EXCERPT_WORDS = 34;
    private static final int HARDLY_LONGER = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Phrasing() {}

    /** "a", "a and b", "a, b and c". */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }

    /** Clauses of one subject, which may hold an "and" themselves: "a, b, and c". */
    static String clauses(List<String> clauses) {
        return clauses.size() < 2
                ? String.join("", clauses)
                : String.join(", ", clauses.subList(0, clauses.size() - 1)) + ", and "
                        + clauses.get(clauses.size() - 1);
    }

    static String number(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** The document's own words in quotation marks, cut after some, on one line. */
    static String excerpt(String text) {
        return excerpt(text, EXCERPT_WORDS);
    }

    /** The document's own words in quotation marks, cut after {@code most} words, on one line. */
    static String excerpt(String text, int most) {
        return "“" + cut(text, most) + "”";
    }

    /** The first {@code most} words on one line; a text that is hardly longer is not cut, for its point may stand last. */
    static String cut(String text, int most) {
        String[] words = text.strip().split("\\s+");
        return words.length <= most + most / HARDLY_LONGER
                ? String.join(" ", words)
                : String.join(" ", List.of(words).subList(0, most)) + " …";
    }

    /** On one line, with single blanks. */
    static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** The first words, or all, on one line. */
    static String firstWords(String text, int most) {
        String[] words = text.strip().split("\\s+");
        return String.join(" ", List.of(words).subList(0, Math.min(most, words.length)));
    }

    /** How many words, counted by the white space between them. */
    static int words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The last heading of a path. */
    static String lastHeading(String path) {
        int at = path.lastIndexOf(" › ");
        return at < 0 ? path : path.substring(at + 3);
    }

    /** Closed by a full stop, unless the words quoted at its end close it. */
    static String sentence(String text) {
        return text.matches("(?s).*(\\.|[.!?…]”)") ? text : text + ".";
    }

    /** A name in the middle of a sentence: "Privacy Policy" stays, "Mandatory arbitration" becomes lower case. */
    static String inside(String name) {
        if (name.length() > 1 && Character.isUpperCase(name.charAt(1))) {
            return name;
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** "1 April 2026". */
    static String date(LocalDate date) {
        return DAY.format(date);
    }
}
