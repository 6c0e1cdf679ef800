package io.conductatlas.gateway.readmodel;

/**
 * A run of words of a hunk.
 *
 * @param kind {@code EQUAL} (in both texts), {@code DELETED} (in the old one only) or {@code INSERTED} (in the new one only)
 */
public record SpanView(Kind kind, String text) {
    /** Which of the two texts holds it. */
    public enum Kind {
        EQUAL,
        DELETED,
        INSERTED
    }
}
