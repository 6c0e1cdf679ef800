package io.conductatlas.documents.tables;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry that came, went, or says something else than before.
 *
 * @param heading of the section that its table or list stands in; empty where it has none
 * @param header the names of its columns; empty where they have none
 * @param before the entry as it was, with offsets into the older text; null for an added one
 * @param after the entry as it is, with offsets into the newer text; null for a removed one
 * @param turns cells of a changed entry that say the opposite
 */
public record EntryChange(
        Kind kind,
        String heading,
        List<String> header,
        @Nullable Row before,
        @Nullable Row after,
        List<Turn> turns) {
    public EntryChange {
        if ((before == null) != (kind == Kind.ADDED) || (after == null) != (kind == Kind.REMOVED)) {
            throw new IllegalArgumentException("an entry that was " + kind + " has the wrong sides");
        }
        header = List.copyOf(header);
        turns = List.copyOf(turns);
    }

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A cell that said "no" and says "yes", or the other way round.
     *
     * @param column the number of the cell in its row, from 0
     * @param toYes whether it says "yes" now
     */
    public record Turn(int column, boolean toYes) {}

    /** The entry, as it is or as it was. */
    public Row entry() {
        return after == null ? Objects.requireNonNull(before) : after;
    }
}
