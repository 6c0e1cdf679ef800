package io.conductatlas.clauses.catalogue;

import java.util.List;

/**
 * An entry of the catalogue: one thing a clause can do.
 *
 * @param slug its permanent name
 * @param name as people see it
 * @param group the slug of its group
 * @param definition one line
 * @param stance what it means for people that a document has it
 * @param severity before any factor
 * @param counts examples of what is one
 * @param countsNot examples of what looks like one and is not
 * @param keepsDenials whether the statement that it is not so is a provision too
 * @param enforcement what regulators have made of such provisions
 * @param diligence what a buyer's or an operator's counsel checks
 */
public record ProvisionType(
        String slug,
        String name,
        String group,
        String definition,
        Stance stance,
        Severity severity,
        List<String> counts,
        List<String> countsNot,
        List<Rule> rules,
        boolean keepsDenials,
        List<Factor> factors,
        Texts texts,
        List<Engagement> regulations,
        String enforcement,
        List<String> diligence,
        ChangePhrases change) {
    public ProvisionType {
        counts = List.copyOf(counts);
        countsNot = List.copyOf(countsNot);
        rules = List.copyOf(rules);
        factors = List.copyOf(factors);
        regulations = List.copyOf(regulations);
        diligence = List.copyOf(diligence);
    }
}
