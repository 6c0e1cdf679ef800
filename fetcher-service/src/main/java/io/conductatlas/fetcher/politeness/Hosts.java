package io.conductatlas.fetcher.politeness;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** When each host may be asked again, for all instances together. */
@ApplicationScoped
public class Hosts {

    private static final String TAKE = """
            insert into host_state as h (host, next_allowed_at, failures) values ($1, $2, 0)
            on conflict (host) do update set next_allowed_at = $2
            where h.next_allowed_at <= $3 or h.next_allowed_at > $4
            returning h.failures
            """;
    private static final String KEEP = "update host_state set next_allowed_at = $2 where host = $1 returning host";
    private static final String SETTLE =
            "update host_state set next_allowed_at = $2, failures = $3 where host = $1 returning failures";
    private static final String FAILURES = "select failures from host_state where host = $1";

    private final Pool pool;
    private final Clock clock;

    Hosts(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Makes a host ours for at most {@code time}, if nobody is at it and its pause is over. */
    public Uni<Boolean> take(String host, Duration time) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(host, in(time), in(Duration.ZERO), in(Pacing.BEYOND_ANY_PAUSE)))
                .map(rows -> rows.size() == 1);
    }

    /** Keeps a host that is ours for {@code time} more. */
    public Uni<Void> keep(String host, Duration time) {
        return pool.preparedQuery(KEEP).execute(Tuple.of(host, in(time))).replaceWithVoid();
    }

    /** Lets a host be asked again after {@code pause}. */
    public Uni<Void> settle(String host, Duration pause, int failures) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.of(host, in(pause), failures))
                .replaceWithVoid();
    }

    /** How many visits in a row the host did not answer. */
    public Uni<Integer> failures(String host) {
        return pool.preparedQuery(FAILURES).execute(Tuple.of(host)).map(rows -> {
            for (Row row : rows) {
                return row.getInteger(0);
            }
            return 0;
        });
    }

    private OffsetDateTime in(Duration time) {
        return clock.instant().plus(time).atOffset(ZoneOffset.UTC);
    }
}
