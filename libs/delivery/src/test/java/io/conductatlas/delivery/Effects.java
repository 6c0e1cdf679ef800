package io.conductatlas.delivery;

import io.conductatlas.events.AtlasEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Storage of the test application: an effect, its claim and what it tells, in one transaction. */
@ApplicationScoped
class Effects {

    private final Inbox inbox;
    private final Outbox outbox;

    Effects(Inbox inbox, Outbox outbox) {
        this.inbox = inbox;
        this.outbox = outbox;
    }

    @WithTransaction
    Uni<Void> commit(String consumer, AtlasEvent event, String note, List<AtlasEvent> told) {
        return inbox.claim(consumer, event.eventId())
                .chain(ours ->
                        ours ? write(event, note, told) : Uni.createFrom().voidItem());
    }

    private Uni<Void> write(AtlasEvent event, String note, List<AtlasEvent> told) {
        Uni<Void> written = Panache.getSession().chain(session -> session.persist(new Effect(event.eventId(), note)));
        for (AtlasEvent each : told) {
            written = written.chain(() -> outbox.add(each));
        }
        return written;
    }
}
