package io.conductatlas.gateway.comparison;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How alike two passages are: the cosine of their words' counts (Salton's vector space model), without words that say
 * nothing. 1 for the same words, 0 for none in common.
 */
final class Likeness {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]{3,}");
    private static final int STEM = 7;
    private static final Set<String> EMPTY = Set.of(
            "the",
            "and",
            "for",
            "you",
            "your",
            "our",
            "that",
            "this",
            "with",
            "from",
            "are",
            "may",
            "any",
            "not",
            "can",
            "will",
            "shall",
            "such",
            "which",
            "these",
            "those",
            "their",
            "they",
            "has",
            "have",
            "been",
            "was",
            "were",
            "other",
            "all",
            "its",
            "but",
            "who",
            "when",
            "where",
            "than",
            "then",
            "also",
            "into",
            "upon",
            "under",
            "use",
            "service",
            "services");

    private Likeness() {}

    static double of(String one, String other) {
        Map<String, Integer> left = words(one);
        Map<String, Integer> right = words(other);
        double common = 0;
        for (Map.Entry<String, Integer> word : left.entrySet()) {
            common += (double) word.getValue() * right.getOrDefault(word.getKey(), 0);
        }
        double lengths = Math.sqrt(squares(left) * squares(right));
        return lengths == 0 ? 0 : common / lengths;
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (!EMPTY.contains(word.group())) {
                words.merge(stem(word.group()), 1, Integer::sum);
            }
        }
        return words;
    }

    /** The beginning of a word stands for its forms: {@code advertisers}, {@code advertising}. */
    private static String stem(String word) {
        String singular = word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return singular.length() <= STEM ? singular : singular.substring(0, STEM);
    }

    private static double squares(Map<String, Integer> words) {
        return words.values().stream()
                .mapToDouble(count -> (double) count * count)
                .sum();
    }
}
