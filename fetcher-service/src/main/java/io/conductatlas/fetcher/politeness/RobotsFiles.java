package io.conductatlas.fetcher.politeness;

import io.conductatlas.fetcher.politeness.RobotsFile.Good;
import io.conductatlas.fetcher.politeness.RobotsFile.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps robots files for all instances, so that a host is asked for its rules once and not by everyone. */
@ApplicationScoped
class RobotsFiles {

    private static final String FIND =
            "select expires_at, verdict, body, good_until, good_body from robots_file where origin = $1";
    private static final String KEEP = """
            insert into robots_file (origin, fetched_at, expires_at, verdict, body, good_until, good_body)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (origin) do update set fetched_at = $2, expires_at = $3, verdict = $4, body = $5,
                good_until = $6, good_body = $7
            """;

    private final Pool pool;

    RobotsFiles(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<RobotsFile>> find(String origin) {
        return pool.preparedQuery(FIND).execute(Tuple.of(origin)).map(rows -> {
            for (Row row : rows) {
                return Optional.of(read(row));
            }
            return Optional.empty();
        });
    }

    Uni<Void> keep(String origin, RobotsFile file, Instant now) {
        Tuple values = Tuple.tuple()
                .addString(origin)
                .addOffsetDateTime(at(now))
                .addOffsetDateTime(at(file.expiresAt()))
                .addString(file.verdict().name())
                .addBuffer(Buffer.buffer(file.body()));
        @Nullable Good good = file.good().orElse(null);
        values.addValue(good == null ? null : at(good.until()));
        values.addValue(good == null ? null : Buffer.buffer(good.body()).getDelegate());
        return pool.preparedQuery(KEEP).execute(values).replaceWithVoid();
    }

    private static RobotsFile read(Row row) {
        @Nullable OffsetDateTime goodUntil = row.getOffsetDateTime("good_until");
        @Nullable Buffer goodBody = row.getBuffer("good_body");
        Optional<Good> good = goodUntil == null || goodBody == null
                ? Optional.empty()
                : Optional.of(new Good(goodUntil.toInstant(), goodBody.getBytes()));
        return new RobotsFile(
                row.getOffsetDateTime("expires_at").toInstant(),
                Verdict.valueOf(row.getString("verdict")),
                row.getBuffer("body").getBytes(),
                good);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
