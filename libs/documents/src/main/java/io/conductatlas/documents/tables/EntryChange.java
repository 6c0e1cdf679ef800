package io.conductatlas.documents.tables;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry that came, went, or says something else than before.
 *
 * @param before the entry as it was, with offsets into the older text; null for an added one
 * @param after the entry as it is, with offsets into the newer text; null for a removed one
 */
public record EntryChange(
        Kind kind, @Nullable Row before, @Nullable Row after) {
    public EntryChange {
        if ((before == null) != (kind == Kind.ADDED) || (after == null) != (kind == Kind.REMOVED)) {
            throw new IllegalArgumentException("an entry that was " + kind + " has the wrong sides");
        }
    }

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** The entry, as it is or as it was. */
    public Row entry() {
        return after == null ? Objects.requireNonNull(before) : after;
    }
}
