package io.conductatlas.clauses.phrases;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The beginnings of the words that say what a sentence is about, to see whether two speak of the same. */
public final class Stems {
    private static final int LENGTH = 6;
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{5,}");

    /** What stands in sentences about anything. */
    private static final Set<String> EVERYWHERE = Set.of(
            "servic", "inform", "person", "please", "accoun", "privac", "policy", "terms", "other", "these", "their",
            "which", "about", "settin", "choice", "consen", "withdr", "opting", "contac", "reques");

    private Stems() {}

    /** Those of the words of five letters and more. */
    public static Set<String> of(String words) {
        Set<String> stems = new HashSet<>();
        Matcher word = LONG_WORD.matcher(words.toLowerCase(Locale.ROOT));
        while (word.find()) {
            String stem =
                    word.group().substring(0, Math.min(LENGTH, word.group().length()));
            if (!EVERYWHERE.contains(stem)) {
                stems.add(stem);
            }
        }
        return stems;
    }
}
