package io.conductatlas.documents.tables;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the tables of an agreement and those of its lists that are tables in another form: the sub-processors, partners and
 * cookies that many documents list item by item.
 */
public final class TableReader {
    private static final int LEAST_ITEMS = 3;
    private static final int LONGEST_ITEM = 240;
    private static final int LONGEST_NAME = 60;

    /** Between an entry's name and what is said of it. */
    private static final List<String> SEPARATORS = List.of(" – ", " — ", " - ", ": ", " | ", "; ");

    /** Sections whose lists are entries whatever they look like. */
    private static final Pattern LISTS = Pattern.compile(
            "(?iu)sub-?processors?|service providers?|vendors?|third[- ]part(y|ies)|recipients|unterauftrags|auftragsverarbeiter|empfänger"
                    + "|sous-traitants?|prestataires|destinataires|subencargados|proveedores|destinatarios|responsabili del trattamento"
                    + "|sub-?responsabili|fornitori|destinatari");

    private final MarkdownReader reader = new MarkdownReader();

    /** The tables of a text and its lists of entries, in their order. */
    public List<DataTable> read(AgreementText text) {
        List<DataTable> tables = new ArrayList<>();
        addTables(text, tables);
        addLists(text, tables);
        tables.sort((a, b) ->
                Integer.compare(a.rows().get(0).start(), b.rows().get(0).start()));
        return tables;
    }

    private void addTables(AgreementText text, List<DataTable> tables) {
        for (MarkdownReader.Grid grid : reader.grids(text.markdown())) {
            List<Row> rows = new ArrayList<>();
            for (MarkdownReader.Line line : grid.lines()) {
                List<Cell> cells = new ArrayList<>();
                for (int i = 0; i < line.cells().size(); i += 2) {
                    int start = line.cells().get(i);
                    int end = line.cells().get(i + 1);
                    cells.add(new Cell(text.text().substring(start, end), start, end));
                }
                rows.add(new Row(cells, line.start(), line.end()));
            }
            List<String> header = grid.headed()
                    ? rows.remove(0).cells().stream().map(Cell::text).toList()
                    : List.of();
            if (!rows.isEmpty()) {
                tables.add(new DataTable(
                        grid.section(), heading(text, grid.section()), DataTable.Kind.TABLE, header, rows));
            }
        }
    }

    private static String heading(AgreementText text, int section) {
        return section < text.sections().size() ? text.sections().get(section).heading() : "";
    }

    private static void addLists(AgreementText text, List<DataTable> tables) {
        List<Sentence> sentences = text.sentences();
        int from = 0;
        while (from < sentences.size()) {
            int to = from;
            while (to < sentences.size()
                    && sentences.get(to).kind() == SentenceKind.LIST_ITEM
                    && sentences.get(to).section() == sentences.get(from).section()) {
                to++;
            }
            if (to - from >= LEAST_ITEMS && areEntries(text, sentences.subList(from, to))) {
                List<Row> rows = sentences.subList(from, to).stream()
                        .map(item -> entry(text, item))
                        .toList();
                int section = sentences.get(from).section();
                tables.add(new DataTable(section, heading(text, section), DataTable.Kind.LIST, List.of(), rows));
            }
            from = Math.max(to, from + 1);
        }
    }

    /** Items are entries where each is one short line, and either their section says so or they all begin with a name. */
    private static boolean areEntries(AgreementText text, List<Sentence> items) {
        int named = 0;
        for (int i = 0; i < items.size(); i++) {
            Sentence item = items.get(i);
            boolean ownLine = item.start() == 0 || text.text().charAt(item.start() - 1) == '\n';
            boolean alone = item.end() == text.text().length() || text.text().charAt(item.end()) == '\n';
            if (!ownLine || !alone || item.end() - item.start() > LONGEST_ITEM) {
                return false;
            }
            int name = nameEnd(item.in(text.text()));
            named += name > 0 && Character.isUpperCase(text.text().codePointAt(item.start())) ? 1 : 0;
        }
        String path = text.sections().get(items.get(0).section()).path().toLowerCase(Locale.ROOT);
        return named * 5 >= items.size() * 4 || LISTS.matcher(path).find();
    }

    private static Row entry(AgreementText text, Sentence item) {
        String words = item.in(text.text());
        int name = nameEnd(words);
        List<Cell> cells = new ArrayList<>();
        if (name > 0) {
            cells.add(cell(text, item.start(), item.start() + name));
            int rest = item.start() + name;
            while (rest < item.end() && !Character.isLetterOrDigit(text.text().charAt(rest))) {
                rest++;
            }
            cells.add(cell(text, rest, item.end()));
        } else {
            cells.add(cell(text, item.start(), item.end()));
        }
        return new Row(cells, item.start(), item.end());
    }

    private static Cell cell(AgreementText text, int start, int end) {
        return new Cell(text.text().substring(start, end), start, end);
    }

    /** Where an entry's name ends, or -1 where it has none of its own. */
    private static int nameEnd(String item) {
        int end = -1;
        for (String separator : SEPARATORS) {
            int at = item.indexOf(separator);
            if (at > 0 && at <= LONGEST_NAME && (end < 0 || at < end)) {
                end = at;
            }
        }
        return end;
    }
}
