package io.conductatlas.documents.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.markdown.MarkdownReader;
import io.conductatlas.documents.tables.EntryChange.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableReaderTest {
    private static final String TABLE = """
            Sub-processors
            ==============

            | Company | Purpose | Country |
            | --- | --- | --- |
            | **Alder Hosting** GmbH | Hosting | Germany |
            | Quill Mail Inc. |     | United States |

            We announce new ones.
            """;

    private final MarkdownReader reader = new MarkdownReader();
    private final TableReader tables = new TableReader();

    @Test
    void readsATableWithItsHeaderAndEmptyCells() {
        AgreementText text = reader.read(TABLE);

        DataTable table = tables.read(text).get(0);

        assertThat(table.header()).containsExactly("Company", "Purpose", "Country");
        assertThat(cells(table))
                .containsExactly(
                        List.of("Alder Hosting GmbH", "Hosting", "Germany"),
                        List.of("Quill Mail Inc.", "", "United States"));
    }

    @Test
    void offsetsSliceToTheWords() {
        AgreementText text = reader.read(TABLE + "\n\n*   Mill: pays\n*   Brook: mails\n*   Fen: stores\n");

        assertThat(tables.read(text))
                .hasSize(2)
                .allSatisfy(table -> assertThat(table.rows()).allSatisfy(row -> {
                    assertThat(text.text().substring(row.start(), row.end()))
                            .startsWith(row.cells().get(0).text());
                    row.cells()
                            .forEach(cell -> assertThat(text.text().substring(cell.start(), cell.end()))
                                    .isEqualTo(cell.text()));
                }));
    }

    @Test
    void readsAListOfNamedEntriesAsRows() {
        AgreementText text = reader.read("*   Alder Hosting: keeps the servers\n*   Quill Mail – sends letters\n"
                + "*   Stonebridge Pay: takes payments\n");

        assertThat(cells(tables.read(text).get(0)))
                .containsExactly(
                        List.of("Alder Hosting", "keeps the servers"),
                        List.of("Quill Mail", "sends letters"),
                        List.of("Stonebridge Pay", "takes payments"));
    }

    @Test
    void readsAnyListUnderSubProcessors() {
        AgreementText text =
                reader.read("### Our sub-processors\n\n*   Alder Hosting GmbH\n*   Quill Mail Inc.\n*   Fen BV\n");

        assertThat(cells(tables.read(text).get(0))).contains(List.of("Quill Mail Inc."));
    }

    @Test
    void leavesListsOfRulesAlone() {
        AgreementText text = reader.read("You may not:\n\n*   copy the service;\n*   sell it to others;\n"
                + "*   use it to harm anybody. This holds after the end of the contract, too.\n");

        assertThat(tables.read(text)).isEmpty();
    }

    @Test
    void tellsEntriesThatCameWentAndChangedWhateverTheirOrder() {
        String old = "| Company | Country |\n| --- | --- |\n| Alder | Germany |\n| Quill | France |\n| Fen | Italy |\n";
        String fresh =
                "| Company | Country |\n| --- | --- |\n| Mill | Spain |\n| Quill | Ireland |\n| Alder | Germany |\n";

        List<EntryChange> changes =
                EntryComparison.between(tables.read(reader.read(old)), tables.read(reader.read(fresh)));

        assertThat(changes)
                .extracting(
                        EntryChange::kind,
                        change -> change.entry().cells().get(0).text())
                .containsExactly(tuple(Kind.ADDED, "Mill"), tuple(Kind.CHANGED, "Quill"), tuple(Kind.REMOVED, "Fen"));
    }

    @Test
    void knowsAnEntryByItsNameAndNotByItsNumber() {
        String old = "| No. | Company |\n| --- | --- |\n| 1 | Alder |\n| 2 | Quill |\n";
        String fresh = "| No. | Company |\n| --- | --- |\n| 1 | Fen |\n| 2 | Alder |\n| 3 | Quill |\n";

        List<EntryChange> changes =
                EntryComparison.between(tables.read(reader.read(old)), tables.read(reader.read(fresh)));

        assertThat(changes)
                .filteredOn(change -> change.kind() == Kind.ADDED)
                .extracting(change -> change.entry().key())
                .containsExactly("fen");
        assertThat(changes).noneMatch(change -> change.kind() == Kind.REMOVED);
    }

    @Test
    void saysWhereAnEntryStandsAndWhichAnswersTurned() {
        String old = "## What we collect\n\n| Kind | Collected | Sold | Kept |\n| --- | --- | --- | --- |\n"
                + "| Genetic data | No | **Yes** | 1 year |\n| Names | ✓ | No | 1 year |\n";
        String fresh =
                old.replace("| No | **Yes** | 1 year", "| Yes. | No | 2 years").replace("| ✓ |", "| ✗ |");

        List<EntryChange> changes = EntryComparison.between(reader.read(old), reader.read(fresh));

        assertThat(changes)
                .extracting(EntryChange::kind, EntryChange::heading, EntryChange::turns)
                .containsExactly(
                        tuple(
                                Kind.CHANGED,
                                "What we collect",
                                List.of(new EntryChange.Turn(1, true), new EntryChange.Turn(2, false))),
                        tuple(Kind.CHANGED, "What we collect", List.of(new EntryChange.Turn(1, false))));
        assertThat(changes.get(0).header()).containsExactly("Kind", "Collected", "Sold", "Kept");
    }

    private static List<List<String>> cells(DataTable table) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }
}
