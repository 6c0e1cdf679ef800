package io.conductatlas.gateway.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.conductatlas.gateway.readmodel.Rows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in the caller's transaction, and reads them there when they must not change meanwhile.
 *
 * <p>Rows travel as one JSON parameter that PostgreSQL takes apart, so that every type a column may have needs no code
 * here. The driver would quote a string once more for {@code jsonb}: it is sent as text. Names of tables and columns come
 * from our own code, never from a request.
 */
@ApplicationScoped
public class Tables {

    /** Adds the row, or replaces the one with the same key. */
    public Uni<Void> put(String table, String key, Row row) {
        return putIf("true", table, key, row);
    }

    /**
     * Adds the row, or replaces the one with the same key where {@code guard} holds.
     *
     * @param key its columns, separated by commas
     * @param guard a condition on the table's row and on {@code excluded}, the new one
     */
    public Uni<Void> putIf(String guard, String table, String key, Row row) {
        return putAllIf(guard, table, key, List.of(row));
    }

    /** {@link #putAllIf} where nothing speaks against replacing a row. */
    public Uni<Void> putAll(String table, String key, List<Row> rows) {
        return putAllIf("true", table, key, rows);
    }

    /**
     * Does with all rows what {@link #putIf} does with one, in one statement: a journey to the database for each would take
     * most of the time with the hundreds of rows of a long document. They are written in the order of their keys, so that
     * transactions that write the same rows do not lock each other out. Of rows with the same key the last one counts.
     *
     * @param rows which all have the same columns; may be none
     */
    public Uni<Void> putAllIf(String guard, String table, String key, List<Row> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> keys = Arrays.asList(key.split(", ", -1));
        Map<List<@Nullable Object>, Row> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(key(row, keys), row));
        String updates = rows.get(0).columns().keySet().stream()
                .filter(column -> !keys.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        String onConflict =
                "order by %1$s on conflict (%1$s) do update set %2$s where %3$s".formatted(key, updates, guard);
        return insert(table, List.copyOf(byKey.values()), onConflict).replaceWithVoid();
    }

    /** Adds the row unless one like it is there; says whether it was added. */
    public Uni<Boolean> add(String table, Row row) {
        return insert(table, List.of(row), "on conflict do nothing").map(rows -> rows == 1);
    }

    /** Runs a statement with named parameters; says how many rows it touched. */
    public Uni<Integer> run(String sql, Map<String, Object> parameters) {
        return Panache.getSession().chain(session -> {
            Mutiny.MutationQuery query = session.createNativeQuery(sql);
            parameters.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }

    /** The rows of a query with named parameters; with {@code for update} they stay as they are until the end. */
    public <T> Uni<List<T>> list(Class<T> type, String sql, Map<String, Object> parameters) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<String> query = session.createNativeQuery(
                    "with q as (" + sql + ") select cast(row_to_json(q) as text) from q", String.class);
            parameters.forEach(query::setParameter);
            return query.getResultList()
                    .map(rows -> rows.stream().map(row -> Rows.read(type, row)).toList());
        });
    }

    /** The first row of {@link #list}. */
    public <T> Uni<Optional<T>> first(Class<T> type, String sql, Map<String, Object> parameters) {
        return list(type, sql, parameters).map(rows -> rows.stream().findFirst());
    }

    private static Uni<Integer> insert(String table, List<Row> rows, String end) {
        String columns = String.join(", ", rows.get(0).columns().keySet());
        String sql =
                "insert into %1$s (%2$s) select %2$s from jsonb_populate_recordset(cast(null as %1$s), cast(cast(:rows as text) as jsonb)) %3$s"
                        .formatted(table, columns, end);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("rows", write(rows))
                        .executeUpdate());
    }

    private static List<@Nullable Object> key(Row row, List<String> keys) {
        return keys.stream().map(row.columns()::get).toList();
    }

    private static String write(List<Row> rows) {
        try {
            return Rows.JSON.writeValueAsString(rows.stream().map(Row::columns).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("rows cannot be written as JSON", e);
        }
    }
}
