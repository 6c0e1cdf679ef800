package io.conductatlas.differ.document;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** When each text was there. */
@ApplicationScoped
class Appearances implements PanacheRepositoryBase<Appearance, UUID> {

    /** A document's last appearances, the newest first. */
    Uni<List<Appearance>> last(UUID documentId, int count) {
        return find("documentId = ?1 order by place desc", documentId)
                .page(0, count)
                .list();
    }
}
