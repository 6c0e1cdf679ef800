package io.conductatlas.gateway.pages.parts;

import org.jspecify.annotations.Nullable;

/**
 * A regulation that is engaged.
 *
 * @param when under which condition, or null where the reason says it
 */
public record Citation(
        String name, String article, String why, @Nullable String when) {}
