package io.conductatlas.fetcher.source;

import io.conductatlas.delivery.Inbox;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.SourceEvent;
import io.conductatlas.events.SourceRetired;
import io.conductatlas.fetcher.HostKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what sources are declared to be. */
@ApplicationScoped
class SourceStorage {

    private static final String KNOW_HOST = """
            insert into host_state (host, next_allowed_at, failures) values (:host, :now, 0) on conflict do nothing
            """;

    private final Inbox inbox;
    private final Targets targets;
    private final SourceRevisions revisions;
    private final Clock clock;

    SourceStorage(Inbox inbox, Targets targets, SourceRevisions revisions, Clock clock) {
        this.inbox = inbox;
        this.targets = targets;
        this.revisions = revisions;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> declare(SourceDeclared source) {
        return once(source, () -> targets.lock(source.document().id()).chain(found -> declare(source, found)));
    }

    @WithTransaction
    Uni<Void> retire(SourceRetired retired) {
        return once(
                retired,
                () -> targets.lock(retired.document().id())
                        .invoke(found -> found.filter(target -> target.revision() < retired.revision())
                                .ifPresent(target -> target.retire(retired.revision())))
                        .replaceWithVoid());
    }

    private Uni<Void> once(SourceEvent event, Supplier<Uni<Void>> work) {
        return targets.lockPlatform(event.platform().id())
                .chain(() -> inbox.claim(SourcesConsumer.GROUP, event.eventId()))
                .chain(ours -> ours ? work.get() : Uni.createFrom().voidItem());
    }

    private Uni<Void> declare(SourceDeclared source, Optional<Target> found) {
        if (found.isPresent() && found.get().revision() >= source.revision()) {
            return Uni.createFrom().voidItem(); // told late: a newer state is in force
        }
        UUID documentId = source.document().id();
        String host = source.locations().stream()
                .findFirst()
                .map(location -> HostKey.of(location.url()))
                .orElse(null);
        Uni<Boolean> fetchesOtherwise = found.isEmpty()
                ? Uni.createFrom().item(true)
                : revisions.find(documentId, found.get().revision()).map(last -> differ(last, source));
        return fetchesOtherwise
                .chain(otherwise -> {
                    Target target = found.orElseGet(() -> new Target(source));
                    target.declare(source, host, otherwise, clock.instant());
                    return found.isPresent()
                            ? Uni.createFrom().voidItem()
                            : targets.persist(target).replaceWithVoid();
                })
                .chain(() -> revisions.add(source, clock.instant()))
                .chain(() -> knowHost(host));
    }

    private static boolean differ(Optional<SourceDeclared> last, SourceDeclared source) {
        return last.isEmpty()
                || !Objects.equals(last.get().locations(), source.locations())
                || last.get().fetchMode() != source.fetchMode();
    }

    private Uni<Void> knowHost(@Nullable String host) {
        if (host == null) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOW_HOST)
                        .setParameter("host", host)
                        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
