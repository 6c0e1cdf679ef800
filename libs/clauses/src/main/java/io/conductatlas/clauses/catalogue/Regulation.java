package io.conductatlas.clauses.catalogue;

import java.util.Map;

/**
 * A law or rule with citable articles and an authority.
 *
 * @param slug such as {@code gdpr}
 * @param name as people cite it
 * @param fullName its title
 * @param jurisdiction where it holds
 * @param authority who enforces it
 * @param articles what each article the catalogue cites is about
 */
public record Regulation(
        String slug,
        String name,
        String fullName,
        String jurisdiction,
        String authority,
        Map<String, String> articles) {
    public Regulation {
        articles = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(articles));
    }
}
