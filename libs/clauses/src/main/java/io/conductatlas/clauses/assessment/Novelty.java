package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.WordSpan;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which words a document has come to use, and which it has ceased to use. A sentence that brings or takes such words is
 * about something the document did not speak of, or no longer does.
 */
final class Novelty {
    private static final int SHORTEST = 2;
    /** Below this a word is about as frequent as before: once among three is less, once among none is more. */
    private static final double LEAST = 1;

    /** Words whose number says how a text is written and not what it is about. */
    private static final Set<String> SAYS_NOTHING = Set.of(
            "about", "also", "ll", "re", "ve", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "do",
            "does", "each", "for", "from", "has", "have", "how", "if", "in", "into", "is", "it", "its", "like", "may",
            "more", "not", "of", "on", "or", "other", "our", "out", "over", "see", "should", "so", "some", "such",
            "than", "that", "the", "their", "them", "these", "they", "this", "those", "to", "under", "up", "us", "was",
            "we", "were", "what", "when", "where", "which", "who", "will", "with", "you", "your");

    /** "Organise" and "organize". */
    private static final Pattern SPELT_IN_TWO_WAYS = Pattern.compile("i[sz](?=(?:e|ed|es|er|ing|ation|ations)\\b)");

    private static final double FAR = 1.5;
    private static final int MANY = 8;
    /** A word that stood oftener before is no new theme. */
    private static final int HARDLY = 1;

    private static final double SMOOTHING = 0.5;

    private final String oldText;
    private final String newText;
    private final Map<String, Integer> before;
    private final Map<String, Integer> after;

    private Novelty(String before, String after) {
        this.oldText = before;
        this.newText = after;
        this.before = words(oldText);
        this.after = words(newText);
    }

    /** Within the part of the document under which all of a change stands, or else in the whole. */
    static Novelty of(Subject subject, Optional<CommonPlace> place) {
        return place.map(part -> new Novelty(part.before(), part.after()))
                .orElseGet(() ->
                        new Novelty(subject.before().text(), subject.after().text()));
    }

    /** How new the words are that a hunk brought, or how lost those that it took; 0 where all stood there before. */
    double of(Hunk hunk) {
        Set<String> counted = new HashSet<>();
        double sum = 0;
        for (WordSpan span : hunk.words()) {
            if (span.op() != WordSpan.Op.EQUAL) {
                sum += of(span.text(), span.op() == WordSpan.Op.INSERT, counted);
            }
        }
        return sum;
    }

    /** The same of a stretch of the new text, or of the old one. */
    double of(String text, boolean ofNewText) {
        return of(text, ofNewText, new HashSet<>());
    }

    private double of(String text, boolean ofNewText, Set<String> counted) {
        double sum = 0;
        for (String word : words(text).keySet()) {
            if (counted.add(word)) {
                double gain = gain(word, ofNewText ? before : after, ofNewText ? after : before);
                sum += gain >= LEAST ? gain : 0;
            }
        }
        return sum;
    }

    /** By how many doublings a word became more frequent. */
    private static double gain(String word, Map<String, Integer> from, Map<String, Integer> to) {
        return Math.log((to.getOrDefault(word, 0) + SMOOTHING) / (from.getOrDefault(word, 0) + SMOOTHING))
                / Math.log(2);
    }

    /**
     * A word that a document uses far more often than before, or far less often.
     *
     * @param word as the text first writes it
     */
    record Theme(String word, int before, int after) {}

    /** The words whose number grew, or fell, most: to a multiple, and by many. */
    List<Theme> themes(boolean more, int most) {
        Map<String, Integer> from = more ? before : after;
        Map<String, Integer> to = more ? after : before;
        Map<String, Double> weights = new TreeMap<>();
        to.forEach((word, count) -> {
            int grown = count - from.getOrDefault(word, 0);
            double gain = gain(word, from, to);
            boolean onlySpelt = from.getOrDefault(otherwiseSpelt(word), 0) > to.getOrDefault(otherwiseSpelt(word), 0);
            if (from.getOrDefault(word, 0) <= HARDLY
                    && gain >= FAR
                    && grown >= MANY
                    && !onlySpelt
                    && !SAYS_NOTHING.contains(word)) {
                weights.put(word, gain * grown);
            }
        });
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Theme(
                        written(entry.getKey(), more ? newText : oldText),
                        before.getOrDefault(entry.getKey(), 0),
                        after.getOrDefault(entry.getKey(), 0)))
                // what a text writes with a capital is a thing it speaks of; other words are how it speaks
                .filter(theme -> Character.isUpperCase(theme.word().charAt(0)))
                .limit(most)
                .toList();
    }

    /** The word as it is spelt on the other side of the Atlantic, or the word. */
    private static String otherwiseSpelt(String word) {
        if (word.startsWith("centre")) {
            return "center" + word.substring("centre".length());
        }
        return SPELT_IN_TWO_WAYS.matcher(word).replaceAll(found -> found.group().charAt(1) == 's' ? "iz" : "is");
    }

    /** A word as the text first writes it. */
    private static String written(String word, String text) {
        for (int at = 0; at + word.length() <= text.length(); at++) {
            boolean begins = at == 0 || !Character.isLetter(text.charAt(at - 1));
            int end = at + word.length();
            if (begins
                    && text.regionMatches(true, at, word, 0, word.length())
                    && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
                return text.substring(at, end);
            }
        }
        return word;
    }

    /** How many words came or went. */
    int changedWords(Hunk hunk) {
        return hunk.words().stream()
                .filter(span -> span.op() != WordSpan.Op.EQUAL)
                .mapToInt(span -> Phrasing.words(span.text()))
                .sum();
    }

    /** Words of letters, in lower case, so long that they say something, in a fixed order. */
    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new TreeMap<>();
        StringBuilder word = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT) + " ";
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetter(c)) {
                word.append(c);
            } else {
                if (word.length() >= SHORTEST) {
                    words.merge(word.toString(), 1, Integer::sum);
                }
                word.setLength(0);
            }
        }
        return words;
    }
}
