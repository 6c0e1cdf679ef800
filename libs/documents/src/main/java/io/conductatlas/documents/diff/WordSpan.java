package io.conductatlas.documents.diff;

/** A run of words that both sides have, or only one of them. */
public record WordSpan(Op op, String text) {
    /** Which sides have the words. */
    public enum Op {
        EQUAL,
        INSERT,
        DELETE
    }
}
