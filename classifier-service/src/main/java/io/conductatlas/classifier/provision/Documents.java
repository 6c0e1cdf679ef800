package io.conductatlas.classifier.provision;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documents, and the locks under which they change. */
@ApplicationScoped
public class Documents implements PanacheRepositoryBase<Document, UUID> {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String LOCK_PLATFORM = "select pg_advisory_xact_lock(hashtextextended(cast(:id as text), 0))";
    private static final String KNOW =
            "insert into document (id, platform_id, revision) values (:id, :platform, 0) on conflict do nothing";

    /**
     * The document, for the caller's transaction alone, as is all else of its platform: a platform's events then lie in the
     * outbox in the order of their commits.
     */
    public Uni<Document> lock(UUID platformId, UUID documentId) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK_PLATFORM)
                        .setParameter("id", platformId.toString())
                        .getResultList()
                        .chain(() -> session.createNativeQuery(KNOW)
                                .setParameter("id", documentId)
                                .setParameter("platform", platformId)
                                .executeUpdate()))
                .chain(() -> findById(documentId, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Some of those assessed last under another catalogue than this one, in the order of their ids.
     *
     * @param after the id they follow; null for the first ones
     */
    @WithSession
    public Uni<List<UUID>> behind(String catalogueVersion, @Nullable UUID after, int most) {
        return find(
                        "catalogueVersion <> ?1 and lastAppearance is not null and id > ?2 order by id",
                        catalogueVersion,
                        after == null ? FIRST : after)
                .page(0, most)
                .list()
                .map(documents -> documents.stream().map(Document::id).toList());
    }
}
