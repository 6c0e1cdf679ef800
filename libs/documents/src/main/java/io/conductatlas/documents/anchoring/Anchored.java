package io.conductatlas.documents.anchoring;

/** What became of a quote in a later version. */
public sealed interface Anchored {

    /**
     * It stands there, word for word or edited.
     *
     * @param position where
     * @param resemblance the share of words that both have, in order: 1 for the same words
     * @param verbatim whether the text at that place equals the quote to the character
     */
    record Found(TextPositionSelector position, double resemblance, boolean verbatim) implements Anchored {}

    /** It is not there any more, or nothing tells where. */
    record Gone() implements Anchored {}
}
