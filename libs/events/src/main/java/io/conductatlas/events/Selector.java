package io.conductatlas.events;

import org.jspecify.annotations.Nullable;

/**
 * A part of a page: all elements that a CSS selector matches, or a range between two elements.
 *
 * @param css the selector, where it is not a range
 * @param startBefore the range starts before the first match of this; or after that of {@code startAfter}
 * @param endBefore the range ends before the first match of this; or after that of {@code endAfter}
 */
public record Selector(
        @Nullable String css,
        @Nullable String startBefore,
        @Nullable String startAfter,
        @Nullable String endBefore,
        @Nullable String endAfter) {
    public Selector {
        boolean range = (startBefore == null) != (startAfter == null) && (endBefore == null) != (endAfter == null);
        boolean noRange = startBefore == null && startAfter == null && endBefore == null && endAfter == null;
        if (css != null ? !noRange : !range) {
            throw new IllegalArgumentException("a selector is one CSS selector, or a range with one start and one end");
        }
    }

    /** All elements that {@code css} matches. */
    public static Selector css(String css) {
        return new Selector(Checks.notBlank("css", css), null, null, null, null);
    }
}
