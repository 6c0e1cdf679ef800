package io.conductatlas.clauses.assessment;

import java.util.List;

/**
 * A sentence of ours and what backs it.
 *
 * @param basis never empty where the sentence says something about the document
 */
public record Statement(String text, List<Basis> basis) {
    public Statement {
        basis = List.copyOf(basis);
    }
}
