package io.conductatlas.gateway.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.conductatlas.gateway.readmodel.Rows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes rows in the caller's transaction, and reads them there when they must not change meanwhile.
 *
 * <p>A row travels as one JSON parameter that PostgreSQL takes apart, so that every type a column may have needs no code
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
        List<String> keys = Arrays.asList(key.split(", ", -1));
        String updates = row.columns().keySet().stream()
                .filter(column -> !keys.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return insert(table, row, "(%s) do update set %s where %s".formatted(key, updates, guard))
                .replaceWithVoid();
    }

    /** Adds the row unless one like it is there; says whether it was added. */
    public Uni<Boolean> add(String table, Row row) {
        return insert(table, row, "do nothing").map(rows -> rows == 1);
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

    private static Uni<Integer> insert(String table, Row row, String onConflict) {
        String columns = String.join(", ", row.columns().keySet());
        String sql =
                "insert into %1$s (%2$s) select %2$s from jsonb_populate_record(cast(null as %1$s), cast(cast(:row as text) as jsonb)) on conflict %3$s"
                        .formatted(table, columns, onConflict);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("row", write(row))
                        .executeUpdate());
    }

    private static String write(Row row) {
        try {
            return Rows.JSON.writeValueAsString(row.columns());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a row cannot be written as JSON", e);
        }
    }
}
