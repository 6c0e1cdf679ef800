package io.conductatlas.documents.tables;

import io.conductatlas.documents.AgreementText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which entries of tables and lists came and went between two texts; the order of entries says nothing. */
public final class EntryComparison {
    private EntryComparison() {}

    /** The changes between the tables and lists of two texts. */
    public static List<EntryChange> between(AgreementText before, AgreementText after) {
        TableReader reader = new TableReader();
        return between(reader.read(before), reader.read(after));
    }

    /**
     * What changed, in the newer text's order and then, for what is gone, in the older one's. An entry that moved to another
     * table is no change.
     */
    public static List<EntryChange> between(List<DataTable> before, List<DataTable> after) {
        List<Entry> old = entries(before);
        List<Entry> fresh = entries(after);
        takeOutEqual(old, fresh);
        Map<String, Deque<Entry>> byKey = new LinkedHashMap<>();
        for (Entry entry : old) {
            byKey.computeIfAbsent(entry.row.key(), key -> new ArrayDeque<>()).add(entry);
        }
        List<EntryChange> changes = new ArrayList<>();
        for (Entry entry : fresh) {
            Deque<Entry> same = byKey.get(entry.row.key());
            Entry was = same == null ? null : same.poll();
            changes.add(
                    was == null
                            ? entry.change(EntryChange.Kind.ADDED, null, entry.row)
                            : entry.change(EntryChange.Kind.CHANGED, was.row, entry.row));
        }
        byKey.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparingInt(entry -> entry.row.start()))
                .forEach(entry -> changes.add(entry.change(EntryChange.Kind.REMOVED, entry.row, null)));
        return changes;
    }

    /** A row and the table it stands in. */
    private record Entry(Row row, DataTable table) {
        EntryChange change(EntryChange.Kind kind, @Nullable Row before, @Nullable Row after) {
            return new EntryChange(
                    kind,
                    table.heading(),
                    table.header(),
                    before,
                    after,
                    before == null || after == null ? List.of() : YesOrNo.turns(before, after));
        }
    }

    private static List<Entry> entries(List<DataTable> tables) {
        List<Entry> entries = new ArrayList<>();
        tables.forEach(table -> table.rows().forEach(row -> entries.add(new Entry(row, table))));
        return entries;
    }

    private static void takeOutEqual(List<Entry> old, List<Entry> fresh) {
        Map<String, Integer> counts = new HashMap<>();
        fresh.forEach(entry -> counts.merge(entry.row.content(), 1, Integer::sum));
        Map<String, Integer> kept = new HashMap<>();
        old.removeIf(entry -> {
            boolean equal = counts.merge(entry.row.content(), -1, Integer::sum) >= 0;
            if (equal) {
                kept.merge(entry.row.content(), 1, Integer::sum);
            }
            return equal;
        });
        fresh.removeIf(entry -> kept.merge(entry.row.content(), -1, Integer::sum) >= 0);
    }
}
