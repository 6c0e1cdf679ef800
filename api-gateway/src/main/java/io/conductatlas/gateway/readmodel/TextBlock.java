package io.conductatlas.gateway.readmodel;

import java.util.List;

/**
 * A titled part of a change record, for example what the change means or which actions are available.
 *
 * @param kind stable, in lower case with underscores, for example {@code consumer_impact}
 * @param text the whole as one paragraph
 * @param statements its sentences, or what stands for one, in order
 */
public record TextBlock(String kind, String title, String text, List<String> statements) {
    public TextBlock {
        statements = List.copyOf(statements);
    }
}
