package io.conductatlas.delivery;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** The caller's transaction. */
final class Transactions {

    private Transactions() {}

    /** The session of the transaction that the caller is in; fails, saying {@code refusal}, where there is none. */
    static Uni<Mutiny.Session> session(String refusal) {
        return Panache.currentTransaction()
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException(refusal))
                .chain(Panache::getSession);
    }
}
