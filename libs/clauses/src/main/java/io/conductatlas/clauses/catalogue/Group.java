package io.conductatlas.clauses.catalogue;

import java.util.List;

/**
 * Types that belong together.
 *
 * @param slug such as {@code data-shared}
 * @param name as people see it
 * @param types in the order they are shown
 */
public record Group(String slug, String name, List<ProvisionType> types) {
    public Group {
        types = List.copyOf(types);
    }
}
