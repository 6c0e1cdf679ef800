package io.conductatlas.clauses.detection;

/**
 * Why a provision was found.
 *
 * @param rule the rule's name, or {@code model} for the trained one
 * @param phrase the phrase that occurred; for the model, its weights in words
 * @param words the document's own words that matched
 */
public record Evidence(String rule, String phrase, Quote words) {}
