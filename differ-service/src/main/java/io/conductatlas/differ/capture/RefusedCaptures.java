package io.conductatlas.differ.capture;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was not let in. */
@ApplicationScoped
class RefusedCaptures implements PanacheRepositoryBase<RefusedCapture, UUID> {

    @WithSession
    Uni<Optional<RefusedCapture>> of(UUID captureId) {
        return findById(captureId).map(Optional::ofNullable);
    }

    /** Since when the same text has been refused, no other text having been let in since {@code after}. */
    @WithSession
    Uni<Optional<Instant>> refusedSince(UUID documentId, String textHash, Instant after) {
        return find(
                        "documentId = ?1 and textHash = ?2 and mayPersist and observedAt >= ?3 order by observedAt",
                        documentId,
                        textHash,
                        after)
                .firstResult()
                .map(found -> Optional.ofNullable(found).map(RefusedCapture::observedAt));
    }
}
