package io.conductatlas.fetcher.source;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The targets, and the locks under which they change. */
@ApplicationScoped
public class Targets implements PanacheRepositoryBase<Target, UUID> {

    private static final String LOCK_PLATFORM =
            "insert into platform (id) values (:id) on conflict (id) do update set id = excluded.id";

    /**
     * Makes the caller's transaction the only one that tells of a platform until it ends. Everything that adds events goes
     * through here first: so a platform's events lie in the outbox in the order of their commits.
     */
    public Uni<Void> lockPlatform(UUID platformId) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK_PLATFORM)
                        .setParameter("id", platformId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The target of a document, locked until the transaction ends. */
    public Uni<Optional<Target>> lock(UUID documentId) {
        return findById(documentId, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /** The target that a platform's and a document's slugs name; of several the one that is not retired. */
    public Uni<Optional<Target>> named(String platformSlug, String documentSlug) {
        return find(
                        "platformSlug = ?1 and documentSlug = ?2 order by retired, documentId desc",
                        platformSlug,
                        documentSlug)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** How many targets are waiting although they were due before {@code limit}. */
    public Uni<Long> countDueBefore(java.time.Instant limit) {
        return count("active and nextDueAt < ?1", limit);
    }
}
