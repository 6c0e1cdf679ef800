package io.conductatlas.gateway.readmodel;

/**
 * Why a provision was found.
 *
 * @param rule the rule's name, or {@code model} for the trained one
 * @param words the document's own words that matched
 */
public record EvidenceView(String rule, String words) {}
