package io.conductatlas.clauses.assessment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A titled part of a change record.
 *
 * @param kind such as {@code consumer_impact}
 */
public record Block(String kind, String title, List<Statement> statements) {
    public Block {
        statements = List.copyOf(statements);
    }

    /** The statements as one paragraph. */
    public String text() {
        return statements.stream().map(Statement::text).collect(Collectors.joining(" "));
    }
}
