package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.EntryView;
import io.conductatlas.gateway.readmodel.EntryView.RowView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The entries of tables and lists that a change added, removed or changed.
 *
 * @param further how many more there are than lines
 */
record EntryTable(List<Line> lines, int further) {
    private static final int MOST = 100;
    private static final int LONGEST = 400;

    /**
     * One entry; a side is empty where it has none.
     *
     * @param what was done to it, in a word
     */
    record Line(String what, String where, String before, String after) {}

    static EntryTable of(List<EntryView> entries) {
        return new EntryTable(
                entries.stream().limit(MOST).map(EntryTable::line).toList(), Math.max(0, entries.size() - MOST));
    }

    private static Line line(EntryView entry) {
        return new Line(
                entry.kind().toLowerCase(Locale.ROOT),
                Words.excerpt(entry.heading(), LONGEST),
                cells(entry.before()),
                cells(entry.after()));
    }

    private static String cells(@Nullable RowView row) {
        return row == null
                ? ""
                : Words.excerpt(
                        row.cells().stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(" · ")),
                        LONGEST);
    }
}
