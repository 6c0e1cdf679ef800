package io.conductatlas.documents.anchoring;

/**
 * A quote with what stood before and after it.
 *
 * @param exact the words quoted
 * @param prefix what stood right before them; empty at the beginning of a text
 * @param suffix what stood right after them; empty at the end
 */
public record TextQuoteSelector(String exact, String prefix, String suffix) {
    public TextQuoteSelector {
        if (exact.isBlank()) {
            throw new IllegalArgumentException("a quote has words");
        }
    }
}
