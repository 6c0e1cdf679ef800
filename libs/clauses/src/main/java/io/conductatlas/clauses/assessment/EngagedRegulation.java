package io.conductatlas.clauses.assessment;

/**
 * An article that a provision engages; a citation, no conclusion.
 *
 * @param heading what the article is about
 * @param type the slug of the type that engages it
 */
public record EngagedRegulation(
        String regulation,
        String name,
        String article,
        String heading,
        String why,
        String when,
        String jurisdiction,
        String authority,
        String type) {}
