package io.conductatlas.clauses.assessment;

/**
 * The words a sentence of ours rests on.
 *
 * @param side which of the two texts
 * @param start where they begin in it
 * @param end just after their last character
 * @param hunk the number of the hunk they lie in, or -1 where they did not change
 */
public record Basis(Side side, int start, int end, int hunk) {
    /** Which of the two texts. */
    public enum Side {
        BEFORE,
        AFTER
    }
}
