package io.conductatlas.gateway.readmodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a table or list that a Change added, removed or changed.
 *
 * @param kind {@code ADDED}, {@code REMOVED} or {@code CHANGED}
 * @param heading of the section it stands in; empty where there is none
 * @param columns the names of its columns; empty where they have none
 * @param before its cells as they were; null with {@code ADDED}
 * @param after its cells as they are; null with {@code REMOVED}
 * @param turned the numbers of the cells, from 0, whose answer turned from no to yes or from yes to no
 */
public record EntryView(
        String kind,
        String heading,
        List<String> columns,
        @Nullable RowView before,
        @Nullable RowView after,
        List<Integer> turned) {
    public EntryView {
        columns = List.copyOf(columns);
        turned = List.copyOf(turned);
    }

    /**
     * A row on one side.
     *
     * @param start where it begins in that side's text
     * @param end just after its last character
     */
    public record RowView(List<String> cells, int start, int end) {
        public RowView {
            cells = List.copyOf(cells);
        }
    }

    /** Those of a change's object in the archive; none where it was written before there were any. */
    static List<EntryView> of(JsonNode change) {
        List<EntryView> entries = new ArrayList<>();
        for (JsonNode entry : change.path("entries")) {
            List<String> columns = new ArrayList<>();
            entry.path("header").forEach(column -> columns.add(column.asText()));
            List<Integer> turned = new ArrayList<>();
            entry.path("turns").forEach(turn -> turned.add(turn.path("column").asInt()));
            entries.add(new EntryView(
                    entry.path("kind").asText(),
                    entry.path("heading").asText(),
                    columns,
                    row(entry.path("before")),
                    row(entry.path("after")),
                    turned));
        }
        return entries;
    }

    private static @Nullable RowView row(JsonNode row) {
        List<String> cells = new ArrayList<>();
        row.path("cells").forEach(cell -> cells.add(cell.path("text").asText()));
        return cells.isEmpty()
                ? null
                : new RowView(cells, row.path("start").asInt(), row.path("end").asInt());
    }
}
