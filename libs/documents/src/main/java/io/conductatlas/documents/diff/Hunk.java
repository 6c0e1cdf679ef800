package io.conductatlas.documents.diff;

import java.util.List;

/**
 * One place where two texts differ.
 *
 * @param beforeStart in the old text; where nothing was, the place it would have had
 * @param before the words that were there; empty for an insertion
 * @param afterStart in the new text; where nothing is, the place it would have
 * @param after the words that are there; empty for a deletion
 * @param beforeSection the path of the section in the old text
 * @param afterSection the path of the section in the new text
 * @param words the two sides word by word; the equal and deleted ones make {@code before}, the equal and inserted ones {@code after}
 */
public record Hunk(
        HunkKind kind,
        ChangeClass changeClass,
        int beforeStart,
        int beforeEnd,
        int afterStart,
        int afterEnd,
        String before,
        String after,
        String beforeSection,
        String afterSection,
        List<WordSpan> words) {
    public Hunk {
        words = List.copyOf(words);
    }
}
