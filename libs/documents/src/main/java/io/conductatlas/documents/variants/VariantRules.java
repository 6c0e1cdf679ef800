package io.conductatlas.documents.variants;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a text is new or one that came back. A page that is served in two states, by region, by experiment or by a stale
 * cache, shows them in turn for months; each turn would else be told as two rewrites.
 *
 * <p>A text is a variant if it equals, in its bytes or in its words, one of the document's last {@value #MEMORY} texts. The one
 * exception is a text that comes back for the first time after another stood in its place for {@link #LASTING} or more: somebody took a
 * change back, and that is told.
 */
public final class VariantRules {
    /** So many texts back a return is a variant. Measured on five archives, where a quarter to two fifths of all changes are such returns. */
    static final int MEMORY = 12;

    /** A text back within this time is flapping. */
    static final Duration FLAPPING = Duration.ofHours(24);

    /** So many variants are compared with a new text. */
    private static final int MOST_COMPARED = 4;

    /** A page that takes turns does not show one side for so long, being looked at once a day or more. */
    static final Duration LASTING = Duration.ofDays(30);

    /**
     * What an arrival is.
     *
     * @param history the document's appearances, the oldest first; the last is what is there. As many as are known: fewer than
     *     {@value #MEMORY} different texts shorten the memory. Appearances next to each other have different texts.
     * @param arrival what a capture shows now, no earlier than the last appearance
     * @throws IllegalArgumentException if the history is empty or the arrival is older than it: such captures are refused before
     */
    public Decision decide(List<Appearance> history, Appearance arrival) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("a first text is not compared with anything");
        }
        Appearance present = history.get(history.size() - 1);
        if (arrival.from().isBefore(present.from())) {
            throw new IllegalArgumentException("the arrival is older than what is there");
        }
        if (arrival.text().equals(present.text())) {
            return new Decision.Unchanged();
        }
        Turns turns = Turns.in(history);
        Appearance earlier = earlier(history, arrival);
        if (earlier == null) {
            boolean known = history.stream().anyMatch(any -> any.text().equals(arrival.text()));
            return new Decision.NewVersion(known, turns.recent(history));
        }
        boolean sameWords = earlier.wording().equals(present.wording());
        boolean noted = turns.alternate(earlier.text(), present.text());
        Duration stood = Duration.between(present.from(), arrival.from());
        if (!noted && !sameWords && stood.compareTo(LASTING) >= 0) {
            return new Decision.NewVersion(earlier.text().equals(arrival.text()), turns.recent(history));
        }
        return new Decision.FlipBack(
                earlier.text(),
                earlier.text().equals(arrival.text()),
                sameWords,
                noted,
                stood.compareTo(FLAPPING) <= 0,
                turns.with(earlier.text(), present.text()));
    }

    /** The latest earlier appearance that the arrival equals, to the byte if there is one, else in its words. */
    private static @Nullable Appearance earlier(List<Appearance> history, Appearance arrival) {
        Appearance present = history.get(history.size() - 1);
        Set<String> texts = new LinkedHashSet<>();
        Appearance sameWords = null;
        for (int i = history.size() - 2; i >= 0; i--) {
            Appearance candidate = history.get(i);
            texts.add(candidate.text());
            if (texts.size() > MEMORY) {
                break;
            }
            if (candidate.text().equals(arrival.text())) {
                return candidate;
            }
            if (sameWords == null
                    && candidate.wording().equals(arrival.wording())
                    && !arrival.wording().equals(present.wording())) {
                sameWords = candidate;
            }
        }
        return sameWords;
    }

    /** Which texts of a history were seen to take turns. */
    private static final class Turns {
        private final Map<String, String> leaders = new HashMap<>();
        private final List<String> inOrder = new ArrayList<>();

        static Turns in(List<Appearance> history) {
            Turns turns = new Turns();
            for (int i = 0; i < history.size(); i++) {
                Appearance here = history.get(i);
                if (!turns.leaders.containsKey(here.text())) {
                    turns.leaders.put(here.text(), here.text());
                    turns.inOrder.add(here.text());
                }
                if (i < 2) {
                    continue;
                }
                List<Appearance> before = history.subList(0, i);
                Appearance earlier = earlier(before, here);
                Appearance left = before.get(i - 1);
                if (earlier != null && !lasted(left.from(), here.from(), earlier, left, turns)) {
                    turns.join(earlier.text(), left.text());
                    turns.join(here.text(), left.text());
                }
            }
            return turns;
        }

        private static boolean lasted(Instant from, Instant to, Appearance earlier, Appearance left, Turns turns) {
            return !turns.alternate(earlier.text(), left.text())
                    && !earlier.wording().equals(left.wording())
                    && Duration.between(from, to).compareTo(LASTING) >= 0;
        }

        private void join(String one, String other) {
            leaders.put(leader(one), leader(other));
        }

        private String leader(String text) {
            String at = text;
            String up = leaders.getOrDefault(at, at);
            while (!up.equals(at)) {
                at = up;
                up = leaders.getOrDefault(at, at);
            }
            return at;
        }

        boolean alternate(String one, String other) {
            return leader(one).equals(leader(other));
        }

        List<String> with(String one, String other) {
            String first = leader(one);
            String second = leader(other);
            return inOrder.stream()
                    .filter(text -> leader(text).equals(first) || leader(text).equals(second))
                    .toList();
        }

        /** Those of the latest texts that take turns with some other, the latest first; not the present one. */
        List<String> recent(List<Appearance> history) {
            String present = history.get(history.size() - 1).text();
            Set<String> latest = new LinkedHashSet<>();
            for (int i = history.size() - 1; i >= 0 && latest.size() <= MEMORY; i--) {
                latest.add(history.get(i).text());
            }
            return latest.stream()
                    .filter(text -> !text.equals(present) && with(text, text).size() > 1)
                    .limit(MOST_COMPARED)
                    .toList();
        }
    }
}
