package io.conductatlas.gateway.readmodel;

/**
 * A titled paragraph of a change record, for example what the change means or which actions are available.
 *
 * @param kind stable, in lower case with underscores, for example {@code consumer_impact}
 */
public record TextBlock(String kind, String title, String text) {}
