package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.detection.Quote;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether words that seem to come or go stand on the other side as well, somewhere else or spelt a little otherwise: a table that became
 * a list adds nothing. By sequences of four words, as near-duplicates are found (Broder, On the resemblance and containment of documents,
 * 1997).
 */
final class SaidElsewhere {
    private static final int WORDS = 4;
    /** From which share of its sequences on a stretch is held by the other side. */
    private static final double MOST = 0.6;

    private final Subject subject;
    private final Map<Basis.Side, Set<String>> sequences = new EnumMap<>(Basis.Side.class);

    SaidElsewhere(Subject subject) {
        this.subject = subject;
    }

    /** Whether the other side of the change holds most of these words of a side. */
    boolean holds(Basis.Side side, Quote words) {
        List<String> here = sequences(words.text());
        if (here.isEmpty()) {
            return false;
        }
        Basis.Side other = side == Basis.Side.BEFORE ? Basis.Side.AFTER : Basis.Side.BEFORE;
        Set<String> there = sequences.computeIfAbsent(
                other,
                of -> new HashSet<>(sequences((of == Basis.Side.BEFORE ? subject.before() : subject.after()).text())));
        return here.stream().filter(there::contains).count() >= MOST * here.size();
    }

    private static List<String> sequences(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i + WORDS <= words.size(); i++) {
            all.add(String.join(" ", words.subList(i, i + WORDS)));
        }
        return all;
    }
}
