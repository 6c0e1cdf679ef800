package io.conductatlas.classifier.assessment;

import io.conductatlas.classifier.provision.Documents;
import io.conductatlas.classifier.provision.Provisions;
import io.conductatlas.delivery.Failures;
import io.conductatlas.delivery.Stopping;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents once more that were assessed under an older catalogue, a few at a time, until none is left. Each look
 * goes on after the last one and begins anew at the end, so that those that fail do not keep the others from their turn.
 */
@ApplicationScoped
class NewCatalogue {

    private static final Logger LOG = Logger.getLogger(NewCatalogue.class);
    private static final int AT_A_TIME = 20;

    private final Documents documents;
    private final Provisions provisions;
    private final Clauses clauses;
    private final Rereading rereading;
    private final Storing storing;
    private final Stopping stopping;
    private final AtomicReference<@Nullable UUID> reached = new AtomicReference<>();

    NewCatalogue(
            Documents documents,
            Provisions provisions,
            Clauses clauses,
            Rereading rereading,
            Storing storing,
            Stopping stopping) {
        this.documents = documents;
        this.provisions = provisions;
        this.clauses = clauses;
        this.rereading = rereading;
        this.storing = storing;
        this.stopping = stopping;
    }

    @Scheduled(
            every = "${atlas.classifier.reread-every:30s}",
            delayed = "${atlas.classifier.reread-after:20s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> reread() {
        return stopping.unlessBegun(
                this::rereadSome,
                failure -> LOG.warnf("Cannot see which documents an older catalogue assessed: %s", failure));
    }

    private Uni<Void> rereadSome() {
        return documents
                .behind(clauses.catalogue().version(), reached.get(), AT_A_TIME)
                .invoke(ids -> reached.set(ids.size() < AT_A_TIME ? null : ids.get(ids.size() - 1)))
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(this::reread)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One document; what fails is tried again with the next look. */
    private Uni<Void> reread(UUID documentId) {
        UUID cause = UUID.nameUUIDFromBytes(
                (documentId + " " + clauses.catalogue().version()).getBytes(StandardCharsets.UTF_8));
        return stopping.unlessBegun(
                () -> provisions
                        .state(documentId)
                        .chain(state -> rereading.read(state, cause))
                        .chain(reread -> reread == null
                                ? Uni.createFrom().voidItem()
                                : storing.store(documentId, reread, cause)),
                failure -> LOG.warnf(
                        "Cannot read document %s under the new catalogue%s: %s",
                        documentId, Failures.isTransient(failure) ? " yet" : "", failure));
    }

    /** The transaction, begun from another bean. */
    @ApplicationScoped
    static class Storing {

        private final Documents documents;
        private final Rereading rereading;

        Storing(Documents documents, Rereading rereading) {
            this.documents = documents;
            this.rereading = rereading;
        }

        @WithTransaction
        Uni<Void> store(UUID documentId, Rereading.Reread reread, UUID cause) {
            return documents
                    .lock(reread.platformId(), documentId)
                    .chain(document -> rereading.store(document, reread, cause));
        }
    }
}
