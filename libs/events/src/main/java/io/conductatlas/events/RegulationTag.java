package io.conductatlas.events;

/**
 * A law or rule that a provision or change engages; it cites and does not conclude.
 *
 * @param regulation the regulation's slug, for example {@code gdpr}
 * @param name as people cite it, for example {@code GDPR}
 * @param article for example {@code Art. 13(1)(e)}
 * @param why one sentence that says why it is engaged, and under which condition
 */
public record RegulationTag(String regulation, String name, String article, String why) {
    public RegulationTag {
        Checks.slug(regulation);
        Checks.notBlank("article", article);
    }
}
