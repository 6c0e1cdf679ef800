package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Severity;
import java.util.List;

/**
 * The judgement of a change.
 *
 * @param title one line
 * @param summary two or three sentences
 * @param labels slugs, in the catalogue's order
 * @param provisions the most severe first
 * @param blocks the parts of the change record in the order they are read
 */
public record Assessment(
        String title,
        Severity severity,
        Direction direction,
        List<Statement> summary,
        List<String> labels,
        List<AssessedProvision> provisions,
        List<AffectedGroup> affected,
        List<EngagedRegulation> regulations,
        List<Block> blocks,
        String catalogueVersion) {
    public Assessment {
        summary = List.copyOf(summary);
        labels = List.copyOf(labels);
        provisions = List.copyOf(provisions);
        affected = List.copyOf(affected);
        regulations = List.copyOf(regulations);
        blocks = List.copyOf(blocks);
    }
}
