package io.conductatlas.gateway.pages.parts;

import org.jspecify.annotations.Nullable;

/**
 * A regulation that is engaged.
 *
 * @param heading what the article is about, or null where it is not known
 * @param when under which condition, or null where the reason says it
 * @param jurisdiction where it holds, or null where it is not known
 */
public record Citation(
        String name,
        String article,
        @Nullable String heading,
        String why,
        @Nullable String when,
        @Nullable String jurisdiction) {

    /** One of which no more is known than why it is engaged. */
    public Citation(String name, String article, String why, @Nullable String when) {
        this(name, article, null, why, when, null);
    }

    /** The condition as a sentence; empty where there is none. */
    public String condition() {
        return when == null || when.isEmpty() ? "" : "Engaged %s%s".formatted(when, when.endsWith(".") ? "" : ".");
    }
}
