package io.conductatlas.events;

/** How much a Change touches: hunks by kind, and words. */
public record ChangeCounts(int inserted, int deleted, int edited, int moved, int wordsAdded, int wordsRemoved) {
    public ChangeCounts {
        Checks.atLeast("counts", 0, Math.min(Math.min(inserted, deleted), Math.min(edited, moved)));
        Checks.atLeast("words", 0, Math.min(wordsAdded, wordsRemoved));
    }
}
