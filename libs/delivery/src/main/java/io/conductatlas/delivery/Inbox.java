package io.conductatlas.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers what each consumer has done, so that being told twice changes nothing. */
@ApplicationScoped
public class Inbox {

    private static final String LOOK = "select 1 from inbox where consumer = $1 and event_id = $2";
    private static final String CLAIM = """
            insert into inbox (consumer, event_id, handled_at) values (:consumer, :id, :now)
            on conflict do nothing
            """;

    private final Pool pool;
    private final Clock clock;

    Inbox(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Whether {@code consumer} has not done {@code eventId} yet: a cheap look outside any transaction, that saves the work
     * of a redelivery. Only {@link #claim} decides.
     */
    public Uni<Boolean> isNew(String consumer, UUID eventId) {
        return pool.preparedQuery(LOOK).execute(Tuple.of(consumer, eventId)).map(rows -> rows.size() == 0);
    }

    /**
     * Makes {@code eventId} the caller's, in the caller's transaction: true exactly once over all transactions that commit.
     * Whoever gets false leaves everything as it is. Of two at once the second waits for the first. Fails with
     * {@link IllegalStateException} outside a transaction.
     */
    public Uni<Boolean> claim(String consumer, UUID eventId) {
        return Transactions.session("an event is only claimed inside a transaction")
                .chain(session -> insert(session, consumer, eventId))
                .map(inserted -> inserted == 1);
    }

    private Uni<Integer> insert(Mutiny.Session session, String consumer, UUID eventId) {
        return session.createNativeQuery(CLAIM)
                .setParameter("consumer", consumer)
                .setParameter("id", eventId)
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
