package io.conductatlas.documents.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells which entries of tables and lists came and went between two texts; the order of entries says nothing. */
public final class EntryComparison {
    private EntryComparison() {}

    /**
     * What changed, in the newer text's order and then, for what is gone, in the older one's. An entry that moved to another
     * table is no change.
     */
    public static List<EntryChange> between(List<DataTable> before, List<DataTable> after) {
        List<Row> old = rows(before);
        List<Row> fresh = rows(after);
        takeOutEqual(old, fresh);
        Map<String, Deque<Row>> byKey = new LinkedHashMap<>();
        for (Row row : old) {
            byKey.computeIfAbsent(row.key(), key -> new ArrayDeque<>()).add(row);
        }
        List<EntryChange> changes = new ArrayList<>();
        for (Row row : fresh) {
            Deque<Row> same = byKey.get(row.key());
            Row was = same == null ? null : same.poll();
            changes.add(new EntryChange(was == null ? EntryChange.Kind.ADDED : EntryChange.Kind.CHANGED, was, row));
        }
        byKey.values().stream()
                .flatMap(Deque::stream)
                .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                .forEach(row -> changes.add(new EntryChange(EntryChange.Kind.REMOVED, row, null)));
        return changes;
    }

    private static List<Row> rows(List<DataTable> tables) {
        List<Row> rows = new ArrayList<>();
        tables.forEach(table -> rows.addAll(table.rows()));
        return rows;
    }

    private static void takeOutEqual(List<Row> old, List<Row> fresh) {
        Map<String, Integer> counts = new HashMap<>();
        fresh.forEach(row -> counts.merge(row.content(), 1, Integer::sum));
        Map<String, Integer> kept = new HashMap<>();
        old.removeIf(row -> {
            boolean equal = counts.merge(row.content(), -1, Integer::sum) >= 0;
            if (equal) {
                kept.merge(row.content(), 1, Integer::sum);
            }
            return equal;
        });
        fresh.removeIf(row -> kept.merge(row.content(), -1, Integer::sum) >= 0);
    }
}
