package io.conductatlas.differ.document;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The texts of all documents. */
@ApplicationScoped
class Versions implements PanacheRepositoryBase<Version, String> {

    Uni<Optional<Version>> with(UUID documentId, String textHash) {
        return find("documentId = ?1 and textHash = ?2", documentId, textHash)
                .firstResult()
                .map(Optional::ofNullable);
    }

    Uni<List<String>> hashes(UUID documentId) {
        return find("select v.textHash from Version v where v.documentId = ?1", documentId)
                .project(String.class)
                .list();
    }
}
