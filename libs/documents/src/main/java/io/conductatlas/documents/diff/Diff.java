package io.conductatlas.documents.diff;

import java.util.List;

/**
 * What lies between two texts.
 *
 * @param hunks in the order of the new text; empty where only markup differs
 * @param changeClass the weightiest class among the hunks
 * @param significance from 0 (nobody need know) to 1
 * @param ofMeaning whether somebody who agreed to the text should hear of it
 */
public record Diff(
        List<Hunk> hunks, DiffCounts counts, ChangeClass changeClass, double significance, boolean ofMeaning) {
    public Diff {
        hunks = List.copyOf(hunks);
    }
}
