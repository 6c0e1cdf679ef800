package io.conductatlas.differ.source;

import io.conductatlas.delivery.Inbox;
import io.conductatlas.events.SourceDeclared;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Keeps what sources are declared to be. */
@ApplicationScoped
class SourceStorage {

    private final Inbox inbox;
    private final SourceRevisions revisions;
    private final Clock clock;

    SourceStorage(Inbox inbox, SourceRevisions revisions, Clock clock) {
        this.inbox = inbox;
        this.revisions = revisions;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> keep(SourceDeclared source) {
        return inbox.claim(SourcesConsumer.CONSUMER, source.eventId())
                .chain(ours -> ours
                        ? revisions.keep(source, clock.instant())
                        : Uni.createFrom().voidItem());
    }
}
