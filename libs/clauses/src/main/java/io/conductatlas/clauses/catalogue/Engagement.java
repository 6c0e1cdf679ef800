package io.conductatlas.clauses.catalogue;

/**
 * That a type engages an article of a regulation.
 *
 * @param regulation the regulation's slug
 * @param article as cited
 * @param why one sentence
 * @param when under which condition: who, and where
 */
public record Engagement(String regulation, String article, String why, String when) {}
