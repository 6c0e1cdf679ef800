package io.conductatlas.classifier.provision;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes numbers for provisions that an event makes known, before the object that names them is written. Tried again, the
 * event gets the same numbers, and so writes the same bytes.
 */
@ApplicationScoped
public class Reservations {

    private static final String TAKE = """
            insert into provision_reservation (event_id, ordinal, number)
            select :event, i, nextval('provision_number') from generate_series(1, :count) as i
            where not exists (select 1 from provision_reservation r where r.event_id = :event and r.ordinal = i)
            on conflict do nothing
            """;
    private static final String TAKEN =
            "select number from provision_reservation where event_id = :event and ordinal <= :count order by ordinal";
    private static final String DONE = "delete from provision_reservation where event_id = :event";

    /** That many ids, in their order. */
    @WithTransaction
    public Uni<List<String>> take(UUID eventId, int count) {
        if (count == 0) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE)
                        .setParameter("event", eventId)
                        .setParameter("count", count)
                        .executeUpdate()
                        .chain(() -> taken(session, eventId, count)));
    }

    private static Uni<List<String>> taken(Mutiny.Session session, UUID eventId, int count) {
        return session.createNativeQuery(TAKEN, Long.class)
                .setParameter("event", eventId)
                .setParameter("count", count)
                .getResultList()
                .map(numbers -> numbers.stream().map("CA-P-%06d"::formatted).toList());
    }

    /** Forgets what an event took, in the transaction that stores it. */
    public Uni<Void> done(UUID eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DONE)
                        .setParameter("event", eventId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
