package io.conductatlas.differ.document;

import io.conductatlas.events.ChangeClass;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The changes of all documents. */
@ApplicationScoped
class Changes implements PanacheRepositoryBase<Change, String> {

    /** What else of a platform changed not long before, the newest first. */
    Uni<List<Change>> ofSiblings(UUID platformId, UUID documentId, Instant from, Instant to, int count) {
        return find(
                        "platformId = ?1 and documentId <> ?2 and observedAt between ?3 and ?4 order by observedAt desc, id desc",
                        platformId,
                        documentId,
                        from,
                        to)
                .page(0, count)
                .list();
    }

    /** Those of them that changed what the documents say. */
    Uni<List<Change>> ofMeaning(UUID platformId, UUID documentId, Instant from, Instant to, int count) {
        return find(
                        "platformId = ?1 and documentId <> ?2 and observedAt between ?3 and ?4 and changeClass = ?5"
                                + " order by observedAt desc, id desc",
                        platformId,
                        documentId,
                        from,
                        to,
                        ChangeClass.SUBSTANTIVE)
                .page(0, count)
                .list();
    }
}
