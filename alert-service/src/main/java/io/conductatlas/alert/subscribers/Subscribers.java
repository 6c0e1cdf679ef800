package io.conductatlas.alert.subscribers;

import io.conductatlas.alert.audience.Follower;
import io.conductatlas.alert.audience.Following;
import io.conductatlas.alert.audience.Hook;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.ProvisionChange;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds who follows what. Every method runs in the caller's session. */
@ApplicationScoped
public class Subscribers {

    /** Everybody with an open account who may follow what {@code change} is about, with all that they follow. */
    public Uni<List<Follower>> candidatesFor(ChangeAssessed change) {
        Set<String> types =
                change.provisionChanges().stream().map(ProvisionChange::type).collect(Collectors.toSet());
        types.add(""); // a list in a query is never empty, and no type is called that
        return Panache.getSession()
                .chain(session -> session.createQuery("""
                        select distinct s.subscriberId from Subscription s
                        where s.active and (s.platformId = :platform
                            or s.platformId is null and s.provisionType in (:types))
                        """, UUID.class)
                        .setParameter("platform", change.platform().id())
                        .setParameter("types", types)
                        .getResultList()
                        .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : followers(session, ids)));
    }

    /** The subscriber with all that they follow; empty if their account is closed. */
    public Uni<Optional<Follower>> follower(UUID subscriberId) {
        return Panache.getSession()
                .chain(session -> followers(session, List.of(subscriberId)))
                .map(found -> found.stream().findFirst());
    }

    /** The subscriber, if they were ever stated. */
    public Uni<Optional<Subscriber>> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(Subscriber.class, id))
                .map(Optional::ofNullable);
    }

    /** What a subscription follows, if it was ever stated. */
    public Uni<Optional<Following>> following(UUID subscriptionId) {
        return Panache.getSession()
                .chain(session -> session.find(Subscription.class, subscriptionId))
                .map(found -> Optional.ofNullable(found).map(Subscription::following));
    }

    /** The endpoint, if it was ever stated. */
    public Uni<Optional<Endpoint>> endpoint(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(Endpoint.class, id))
                .map(Optional::ofNullable);
    }

    /** The endpoint, locked until the transaction ends. */
    public Uni<Optional<Endpoint>> endpointToChange(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(Endpoint.class, id, LockMode.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /** Whether mail to the subscriber's address was refused for good. */
    public Uni<Boolean> isSuppressed(Subscriber subscriber) {
        return Panache.getSession()
                .chain(session -> session.find(Suppression.class, subscriber.addressMark()))
                .map(suppression -> suppression != null);
    }

    /** Writes to the subscriber's address no more. */
    public Uni<Void> suppress(UUID subscriberId, String reason, Instant at) {
        return find(subscriberId).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            String mark = found.get().addressMark();
            return Panache.getSession()
                    .chain(session -> session.find(Suppression.class, mark)
                            .chain(known -> known == null
                                    ? session.persist(new Suppression(mark, reason, at))
                                    : Uni.createFrom().voidItem()));
        });
    }

    /** Some subscribers whose open digest period has ended, locked; those that another instance has at hand are skipped. */
    public Uni<List<Subscriber>> whosePeriodEnded(Instant now, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        select * from subscriber where active and period_end <= :now
                        order by period_end, id limit :most for update skip locked
                        """, Subscriber.class)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("most", most)
                        .getResultList());
    }

    private static Uni<List<Follower>> followers(Mutiny.Session session, List<UUID> ids) {
        return session.createQuery(
                        "from Subscriber s where s.active and s.id in (:ids) order by s.id", Subscriber.class)
                .setParameter("ids", ids)
                .getResultList()
                .chain(subscribers -> subscribers.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : withAllTheyFollow(session, subscribers));
    }

    private static Uni<List<Follower>> withAllTheyFollow(Mutiny.Session session, List<Subscriber> subscribers) {
        List<UUID> ids = subscribers.stream().map(Subscriber::id).toList();
        return suppressed(session, subscribers)
                .chain(suppressed -> followings(session, ids)
                        .chain(followings -> hooks(session, ids)
                                .map(hooks -> subscribers.stream()
                                        .map(subscriber -> new Follower(
                                                subscriber.id(),
                                                subscriber.plan(),
                                                subscriber.alertMail(),
                                                subscriber.digestMail(),
                                                suppressed.contains(subscriber.addressMark()),
                                                followings.getOrDefault(subscriber.id(), List.of()),
                                                hooks.getOrDefault(subscriber.id(), List.of())))
                                        .toList())));
    }

    private static Uni<Set<String>> suppressed(Mutiny.Session session, List<Subscriber> subscribers) {
        return session.createQuery("from Suppression s where s.addressMark in (:marks)", Suppression.class)
                .setParameter(
                        "marks",
                        subscribers.stream().map(Subscriber::addressMark).toList())
                .getResultList()
                .map(found ->
                        found.stream().map(Suppression::addressMark).collect(Collectors.toCollection(HashSet::new)));
    }

    private static Uni<Map<UUID, List<Following>>> followings(Mutiny.Session session, List<UUID> ids) {
        return session.createQuery(
                        "from Subscription s where s.active and s.subscriberId in (:ids)", Subscription.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(found -> grouped(found, Subscription::subscriberId, Subscription::following));
    }

    private static Uni<Map<UUID, List<Hook>>> hooks(Mutiny.Session session, List<UUID> ids) {
        return session.createQuery(
                        "from Endpoint e where e.active and e.subscriberId in (:ids) order by e.id", Endpoint.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(found -> grouped(found, Endpoint::subscriberId, Endpoint::hook));
    }

    private static <E, T> Map<UUID, List<T>> grouped(Collection<E> found, Function<E, UUID> by, Function<E, T> as) {
        return found.stream()
                .collect(Collectors.groupingBy(by, HashMap::new, Collectors.mapping(as, Collectors.toList())));
    }
}
