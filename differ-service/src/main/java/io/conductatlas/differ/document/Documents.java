package io.conductatlas.differ.document;

import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.PlatformRef;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;

/** The documents, and the locks under which they change. */
@ApplicationScoped
class Documents implements PanacheRepositoryBase<Document, UUID> {

    private static final String LOCK_PLATFORM =
            "insert into platform (id) values (:id) on conflict (id) do update set id = excluded.id";

    /** Makes the caller's transaction the only one that tells of a platform until it ends. */
    Uni<Void> lockPlatform(UUID platformId) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK_PLATFORM)
                        .setParameter("id", platformId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The document, made if need be, locked until the transaction ends. */
    Uni<Document> lock(PlatformRef platform, DocumentRef document, Instant at) {
        return findById(document.id(), LockModeType.PESSIMISTIC_WRITE)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : persist(new Document(document.id(), platform.id(), at)));
    }

    Uni<String> nextVersionId() {
        return next("version_id").map("CA-V-%06d"::formatted);
    }

    Uni<String> nextChangeId() {
        return next("change_id").map("CA-C-%06d"::formatted);
    }

    private Uni<Long> next(String sequence) {
        return getSession()
                .chain(session -> session.createNativeQuery("select nextval('" + sequence + "')", Long.class)
                        .getSingleResult());
    }
}
