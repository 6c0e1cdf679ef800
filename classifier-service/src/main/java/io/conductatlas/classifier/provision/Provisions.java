package io.conductatlas.classifier.provision;

import io.conductatlas.events.ProvisionReviewed;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The provisions of all documents. */
@ApplicationScoped
public class Provisions implements PanacheRepositoryBase<Provision, String> {

    private final Documents documents;

    Provisions(Documents documents) {
        this.documents = documents;
    }

    /** All that were ever met in a document, by their ids. */
    public Uni<List<Provision>> of(UUID documentId) {
        return list("documentId = ?1 order by id", documentId);
    }

    /** What is known of a document, in a session of its own. */
    @WithSession
    public Uni<DocumentState> state(UUID documentId) {
        return documents
                .findById(documentId)
                .chain(document -> of(documentId)
                        .map(provisions -> new DocumentState(
                                document == null ? 0 : document.revision(),
                                document == null ? null : document.versionId(),
                                document == null ? null : document.lastAppearance(),
                                provisions.stream().map(Provision::known).toList())));
    }

    /** Notes what staff said of a provision; one that does not exist fails. */
    public Uni<Void> review(ProvisionReviewed review) {
        return findById(review.provisionId())
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalArgumentException("there is no provision " + review.provisionId()))
                .invoke(provision -> provision.review(review))
                .replaceWithVoid();
    }
}
