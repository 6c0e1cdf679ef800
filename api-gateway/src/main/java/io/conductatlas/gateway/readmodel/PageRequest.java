package io.conductatlas.gateway.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param after the {@link Page#next()} of the page before; null for the first page
 * @param limit how many items at most, 1 to 200
 */
public record PageRequest(@Nullable String after, int limit) {
    /** The most items of one page. */
    public static final int MAX = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("a page has 1 to %d items, not %d".formatted(MAX, limit));
        }
    }

    /** The first {@code limit} items. */
    public static PageRequest first(int limit) {
        return new PageRequest(null, limit);
    }
}
