package io.conductatlas.clauses.catalogue;

import java.util.List;

/**
 * People a text speaks of by name: residents of a place, minors, sellers.
 *
 * @param slug such as {@code california-residents}
 * @param name completes "applies to …"
 * @param any phrases that name them
 */
public record Audience(String slug, String name, List<String> any) {
    public Audience {
        any = List.copyOf(any);
    }
}
