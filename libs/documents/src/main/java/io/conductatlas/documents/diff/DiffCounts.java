package io.conductatlas.documents.diff;

/** How much differs: hunks by kind, and words. */
public record DiffCounts(int inserted, int deleted, int edited, int moved, int wordsAdded, int wordsRemoved) {}
