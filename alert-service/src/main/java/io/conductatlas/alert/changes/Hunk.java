package io.conductatlas.alert.changes;

import java.util.List;

/**
 * One place of a change, word by word.
 *
 * @param section where in the document it is, for example {@code Privacy Policy › Retention}; may be empty
 * @param ofMeaning whether the words say something else now, and not only look different
 */
public record Hunk(Kind kind, String section, boolean ofMeaning, List<Words> words) {
    public Hunk {
        words = List.copyOf(words);
    }

    /** How many characters it takes to show it. */
    public int length() {
        return words.stream().mapToInt(run -> run.text().length()).sum();
    }

    /** What was done to the sentences of a hunk. */
    public enum Kind {
        INSERTED,
        DELETED,
        EDITED,
        MOVED
    }

    /** A run of words that both sides have, or only one of them. */
    public record Words(Side side, String text) {

        public boolean inserted() {
            return side == Side.NEW;
        }

        public boolean deleted() {
            return side == Side.OLD;
        }
    }

    /** Which text has the words. */
    public enum Side {
        BOTH,
        OLD,
        NEW
    }
}
