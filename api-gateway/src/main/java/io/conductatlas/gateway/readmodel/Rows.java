package io.conductatlas.gateway.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows as records: PostgreSQL makes a JSON object of each row, whose columns are named as the record's components
 * are, in snake case. It reads outside any transaction.
 */
@ApplicationScoped
public class Rows {

    /** How rows are written and read, and how the API speaks: snake case, ISO 8601 strings, enums by name. */
    public static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Pool pool;

    Rows(Pool pool) {
        this.pool = pool;
    }

    /** All rows of {@code sql}, whose parameters are {@code $1}, {@code $2} and so on. */
    public <T> Uni<List<T>> list(Class<T> type, String sql, @Nullable Object... parameters) {
        String wrapped = "select cast(row_to_json(q) as text) from (" + sql + ") q";
        return pool.preparedQuery(wrapped).execute(tuple(parameters)).map(rows -> {
            List<T> items = new ArrayList<>(rows.size());
            rows.forEach(row -> items.add(read(type, row.getString(0))));
            return items;
        });
    }

    /** The first row of {@code sql}, if there is one. */
    public <T> Uni<Optional<T>> first(Class<T> type, String sql, @Nullable Object... parameters) {
        return list(type, sql, parameters).map(items -> items.stream().findFirst());
    }

    /**
     * One page of {@code sql}, which asks for one row more than the page has.
     *
     * @param position where an item stands in the order of the list
     */
    public <T> Uni<Page<T>> page(
            PageRequest page, Function<T, String> position, Class<T> type, String sql, @Nullable Object... parameters) {
        return list(type, sql, parameters).map(items -> {
            if (items.size() <= page.limit()) {
                return new Page<>(items, null);
            }
            List<T> shown = items.subList(0, page.limit());
            return new Page<>(shown, position.apply(shown.get(shown.size() - 1)));
        });
    }

    private static Tuple tuple(@Nullable Object... parameters) {
        Tuple tuple = Tuple.tuple();
        for (Object parameter : parameters) {
            tuple.addValue(plain(parameter));
        }
        return tuple;
    }

    private static @Nullable Object plain(@Nullable Object parameter) {
        if (parameter instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return parameter instanceof Enum<?> constant ? constant.name() : parameter;
    }

    /** A row as PostgreSQL gives it, as a record. */
    public static <T> T read(Class<T> type, String json) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row cannot be read as " + type.getSimpleName(), e);
        }
    }
}
