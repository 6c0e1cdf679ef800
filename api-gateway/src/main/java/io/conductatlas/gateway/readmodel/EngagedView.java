package io.conductatlas.gateway.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * An article of a regulation that a provision engages: a citation, no conclusion. What may be null is not known of
 * provisions that were assessed before it was kept.
 *
 * @param regulation the regulation's slug
 * @param heading what the article is about; may be empty
 * @param when under which condition it is engaged
 * @param authority who enforces it
 */
public record EngagedView(
        String regulation,
        String name,
        String article,
        @Nullable String heading,
        String why,
        @Nullable String when,
        @Nullable String jurisdiction,
        @Nullable String authority) {}
