package io.conductatlas.gateway.readmodel;

/** One sentence, by its offsets in UTF-16 units. */
public record SentenceView(int start, int end, int section, String kind) {}
