package io.conductatlas.gateway.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of one row by name. Values are what Jackson can write; a nested record becomes JSON in snake case. */
public final class Row {

    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

    private Row() {}

    public static Row of(String column, @Nullable Object value) {
        return new Row().with(column, value);
    }

    /** This row with one more column. */
    public Row with(String column, @Nullable Object value) {
        columns.put(column, value);
        return this;
    }

    Map<String, @Nullable Object> columns() {
        return Collections.unmodifiableMap(columns);
    }
}
