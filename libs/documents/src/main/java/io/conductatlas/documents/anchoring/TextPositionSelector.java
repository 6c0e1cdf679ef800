package io.conductatlas.documents.anchoring;

/**
 * Where a quote stands in a text, in UTF-16 units.
 *
 * @param start of its first character
 * @param end just after its last
 */
public record TextPositionSelector(int start, int end) {
    public TextPositionSelector {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("%d to %d is no place".formatted(start, end));
        }
    }
}
