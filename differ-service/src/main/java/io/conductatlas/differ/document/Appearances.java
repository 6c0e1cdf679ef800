package io.conductatlas.differ.document;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** When each text was there. */
@ApplicationScoped
class Appearances implements PanacheRepositoryBase<Appearance, UUID> {

    /** A document's last appearances with their texts, the newest first. */
    Uni<List<Appearance>> last(UUID documentId, int count) {
        return find("from Appearance a join fetch a.version where a.documentId = ?1 order by a.place desc", documentId)
                .page(0, count)
                .list();
    }

    /** What the other documents of a platform show. */
    Uni<List<Appearance>> ofSiblings(UUID platformId, UUID documentId, int count) {
        return find(
                        "from Appearance a join fetch a.version where a.id in (select d.currentAppearance from Document d"
                                + " where d.platformId = ?1 and d.id <> ?2) order by a.observedAt desc, a.id",
                        platformId,
                        documentId)
                .page(0, count)
                .list();
    }

    Uni<List<Appearance>> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("from Appearance a join fetch a.version where a.id in ?1", ids);
    }
}
