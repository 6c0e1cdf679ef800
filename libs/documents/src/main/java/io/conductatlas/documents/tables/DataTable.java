package io.conductatlas.documents.tables;

import java.util.List;

/**
 * A table, or a list whose items are entries of one kind.
 *
 * @param section the index of its section in {@link io.conductatlas.documents.AgreementText#sections()}
 * @param heading of that section; empty where it has none
 * @param header the names of its columns; empty where it has none
 */
public record DataTable(int section, String heading, Kind kind, List<String> header, List<Row> rows) {
    public DataTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** How the page shows it. */
    public enum Kind {
        TABLE,
        LIST
    }
}
