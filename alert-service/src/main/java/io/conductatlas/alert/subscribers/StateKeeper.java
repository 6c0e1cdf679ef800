package io.conductatlas.alert.subscribers;

import io.conductatlas.events.EndpointStated;
import io.conductatlas.events.SubscriberStated;
import io.conductatlas.events.SubscriptionStated;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/**
 * Keeps the newest state of everything.
 *
 * <p>States are whole, so that one applied twice changes nothing, and one that is older than what is known is left out: no
 * inbox is needed.
 */
@ApplicationScoped
class StateKeeper {

    private final AddressBook addresses;
    private final Pings pings;
    private final Clock clock;

    StateKeeper(AddressBook addresses, Pings pings, Clock clock) {
        this.addresses = addresses;
        this.pings = pings;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> keep(SubscriberStated state) {
        String mark = addresses.mark(state.email());
        Instant now = clock.instant();
        return known(Subscriber.class, state.subscriberId()).chain(known -> {
            if (known.isEmpty()) {
                return persist(
                        new Subscriber(state.subscriberId(), now, Weeks.nextAfter(now, state.zone()), state, mark));
            }
            Subscriber subscriber = known.get();
            if (!subscriber.isNewerThan(state.recordedAt())) {
                if (!subscriber.zone().equals(state.zone())) {
                    subscriber.endPeriodAt(Weeks.nextAfter(now, state.zone()));
                }
                subscriber.restate(state, mark);
            }
            return Uni.createFrom().voidItem();
        });
    }

    @WithTransaction
    Uni<Void> keep(SubscriptionStated state) {
        return known(Subscription.class, state.subscriptionId()).chain(known -> {
            if (known.isEmpty()) {
                return persist(new Subscription(state));
            }
            if (!known.get().isNewerThan(state.recordedAt())) {
                known.get().restate(state);
            }
            return Uni.createFrom().voidItem();
        });
    }

    /** A ping that is asked for is planned with the state that asks for it; what is new is not pinged by itself. */
    @WithTransaction
    Uni<Void> keep(EndpointStated state) {
        return known(Endpoint.class, state.endpointId()).chain(known -> {
            if (known.isEmpty()) {
                return persist(new Endpoint(state));
            }
            Endpoint endpoint = known.get();
            if (endpoint.isNewerThan(state.recordedAt())) {
                return Uni.createFrom().voidItem();
            }
            boolean asksForPing = state.active() && state.ping() > endpoint.ping();
            endpoint.restate(state);
            return asksForPing
                    ? pings.plan(state.subscriberId(), state.endpointId(), state.ping())
                    : Uni.createFrom().voidItem();
        });
    }

    private static <T> Uni<Optional<T>> known(Class<T> type, UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(type, id, LockMode.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    private static Uni<Void> persist(Object entity) {
        return Panache.getSession().chain(session -> session.persist(entity));
    }
}
