package io.conductatlas.clauses.detection;

/**
 * Exact words of a document.
 *
 * @param start where they begin in the document's plain text, in UTF-16 units
 * @param end just after their last character
 */
public record Quote(int start, int end, String text) {
    public Quote {
        if (start < 0 || end - start != text.length()) {
            throw new IllegalArgumentException(
                    "a quote of %d characters cannot lie at %d to %d".formatted(text.length(), start, end));
        }
    }

    /** The words at that place of a document. */
    public static Quote of(String document, int start, int end) {
        return new Quote(start, end, document.substring(start, end));
    }

    /** Whether these are the words at this place of the document. */
    public boolean isIn(String document) {
        return document.regionMatches(start, text, 0, text.length());
    }
}
