package io.conductatlas.documents.relocation;

import java.util.List;

/**
 * A passage that left a document and was found in one or more others.
 *
 * @param from the document it left
 * @param start where it stood in that document's old text
 * @param end just after its last word there
 * @param parts where it is now, in the order of the old text; more than one where it was split
 * @param resemblance of the passage then and now, from 0.6 to 1
 * @param kind whether it is still what it was
 * @param wordsLost what it said and no longer says, in the order of the old text
 */
public record Relocation(
        String from, int start, int end, List<Part> parts, double resemblance, Kind kind, List<String> wordsLost) {
    public Relocation {
        parts = List.copyOf(parts);
        wordsLost = List.copyOf(wordsLost);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("what went nowhere was not relocated");
        }
    }

    /** How much of it survived. */
    public enum Kind {
        /** Word for word, or nearly. */
        RELOCATED,
        /** With words missing or changed. */
        RELOCATED_AND_WEAKENED
    }

    /**
     * A stretch of the passage in its new place.
     *
     * @param document where it is now
     * @param start in that document's new text
     * @param end just after its last word there
     */
    public record Part(String document, int start, int end) {}
}
