package io.conductatlas.classifier.provision;

import io.conductatlas.events.ProvisionReviewed;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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

    /**
     * Makes provisions of other documents a document's own, in the caller's transaction, which holds the platform's lock. Whoever
     * computed from what the other documents had before is overtaken.
     */
    public Uni<List<Provision>> moveHere(Collection<String> ids, UUID documentId) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return list("id in ?1 order by id", ids)
                .chain(moving -> Multi.createFrom()
                        .iterable(moving)
                        .onItem()
                        .transformToUniAndConcatenate(one -> documents
                                .findById(one.documentId())
                                .invoke(Document::lostProvision)
                                .invoke(() -> one.moveTo(documentId)))
                        .collect()
                        .last()
                        .replaceWith(moving));
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
