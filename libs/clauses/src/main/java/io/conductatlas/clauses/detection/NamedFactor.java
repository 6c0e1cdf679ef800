package io.conductatlas.clauses.detection;

/**
 * Something that made a provision weigh more or less.
 *
 * @param name such as {@code opt-out-offered}
 * @param weight positive where it makes it heavier
 * @param says one sentence
 * @param words the document's own words that show it
 */
public record NamedFactor(String name, int weight, String says, Quote words) {}
