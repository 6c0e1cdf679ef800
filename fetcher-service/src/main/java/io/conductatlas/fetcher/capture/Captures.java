package io.conductatlas.fetcher.capture;

import io.conductatlas.events.Origin;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All attempts. */
@ApplicationScoped
class Captures implements PanacheRepositoryBase<Capture, UUID> {

    /** The capture that an archive has given us already for this document, time and content. */
    Uni<Optional<Capture>> ofArchive(UUID documentId, Instant observedAt, String contentHash) {
        return find(
                        "documentId = ?1 and observedAt = ?2 and contentHash = ?3 and origin = ?4",
                        documentId,
                        observedAt,
                        contentHash,
                        Origin.BACKFILL)
                .firstResult()
                .map(Optional::ofNullable);
    }
}
