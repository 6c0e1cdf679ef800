package io.conductatlas.alert.dispatch;

import io.conductatlas.alert.audience.Decision.Withhold;
import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.events.AttemptOutcome;
import io.conductatlas.events.DeliveryAttempted;
import io.conductatlas.events.DeliveryChannel;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Gives out tries and settles them.
 *
 * <p>A try is reserved in a transaction of its own before it is made. Leases are reckoned in the database's time, which is
 * one for all instances and does not jump; when a delivery is due is reckoned in the service's.
 */
@ApplicationScoped
class Deliveries {

    private static final String CLAIM = """
            select ripe.id from (
                select distinct lane from delivery
                where state in ('PLANNED', 'RESERVED', 'AMBIGUOUS') and due_at <= :now
            ) lanes cross join lateral (
                select d.id, d.due_at from delivery d
                where d.lane = lanes.lane and d.state in ('PLANNED', 'RESERVED', 'AMBIGUOUS') and d.due_at <= :now
                    and (d.state <> 'RESERVED' or d.lease_until < clock_timestamp())
                order by d.due_at, d.id
                limit greatest(0, case when lanes.lane = 'mail' then cast(:mails as bigint) else cast(:calls as bigint) end - (
                    select count(*) from delivery r
                    where r.lane = lanes.lane and r.state = 'RESERVED' and r.lease_until >= clock_timestamp()))
                for update skip locked
            ) ripe
            order by ripe.due_at, ripe.id limit :most
            """;

    private final Outbox outbox;
    private final Clock clock;
    private final DispatchConfig config;
    private final DispatchMetrics metrics;
    private final Ledger ledger;

    Deliveries(Outbox outbox, Clock clock, DispatchConfig config, DispatchMetrics metrics, Ledger ledger) {
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
        this.metrics = metrics;
        this.ledger = ledger;
    }

    /** Reserves the next try of at most {@code most} deliveries that are due, or whose last try nobody settled in time. */
    @WithTransaction
    Uni<List<Reserved>> claim(int most) {
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM, UUID.class)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("mails", config.mailsAtATime())
                        .setParameter("calls", config.callsOfAnEndpointAtATime())
                        .setParameter("most", most)
                        .getResultList()
                        .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : reserve(session, ids, now)));
    }

    /**
     * Writes down what came of a try, and tells it; all at once, with what follows from it elsewhere. A try that was not
     * settled while its lease ran and has been given to somebody else is not ours to settle any more.
     */
    @WithTransaction
    Uni<Void> settle(Reserved reserved, Outcome outcome, Duration took, Sender sender) {
        return Panache.getSession()
                .chain(session -> session.find(Delivery.class, reserved.deliveryId(), LockMode.PESSIMISTIC_WRITE)
                        .chain(delivery -> delivery != null && delivery.isReservedFor(reserved.attempt())
                                ? settle(session, delivery, reserved, outcome, took, sender)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<List<Reserved>> reserve(Mutiny.Session session, List<UUID> ids, Instant now) {
        return session.createNativeQuery(
                        "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)", Long.class)
                .getSingleResult()
                .map(millis -> Instant.ofEpochMilli(millis).plus(config.lease()))
                .chain(until -> session.createQuery(
                                "from Delivery d where d.id in (:ids) order by d.dueAt, d.id", Delivery.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .chain(deliveries -> notificationsOf(session, ids)
                                .chain(notifications -> reserve(deliveries, notifications, until, now))));
    }

    private Uni<List<Reserved>> reserve(
            List<Delivery> deliveries, Map<UUID, List<Notification>> notifications, Instant until, Instant now) {
        return Multi.createFrom()
                .iterable(deliveries)
                .onItem()
                .transformToUniAndConcatenate(delivery -> {
                    List<Notification> theirs = notifications.getOrDefault(delivery.id(), List.of());
                    boolean unsettled = delivery.reserve(until);
                    Reserved reserved = delivery.reserved(theirs);
                    return unsettled
                            ? tellUnsettled(delivery, theirs, now).replaceWith(reserved)
                            : Uni.createFrom().item(reserved);
                })
                .collect()
                .asList();
    }

    /** Whoever made the last try died in the middle of it, or was too slow. */
    private Uni<Void> tellUnsettled(Delivery delivery, List<Notification> notifications, Instant now) {
        metrics.ambiguous(delivery.channel());
        return tell(
                delivery,
                notifications,
                delivery.attempts() - 1,
                AttemptOutcome.AMBIGUOUS,
                null,
                "the try was never settled; tried again under the same id",
                Duration.ZERO,
                now,
                now);
    }

    private Uni<Void> settle(
            Mutiny.Session session,
            Delivery delivery,
            Reserved reserved,
            Outcome outcome,
            Duration took,
            Sender sender) {
        Instant now = clock.instant();
        return notificationsOf(session, List.of(delivery.id()))
                .map(found -> found.getOrDefault(delivery.id(), List.of()))
                .chain(notifications -> {
                    if (outcome instanceof Outcome.Unwanted unwanted) {
                        delivery.settle(DeliveryState.WITHHELD, null, unwanted.detail(), now);
                        return withhold(delivery, notifications, unwanted, now);
                    }
                    return tried(delivery, notifications, outcome, took, sender, now);
                })
                .chain(() -> sender.settled(reserved, outcome, now))
                .invoke(() -> metrics.settled(delivery, outcome, now));
    }

    private Uni<Void> tried(
            Delivery delivery,
            List<Notification> notifications,
            Outcome outcome,
            Duration took,
            Sender sender,
            Instant now) {
        Optional<Duration> pause = pause(delivery, outcome, sender, now);
        AttemptOutcome told;
        if (outcome instanceof Outcome.Delivered) {
            told = AttemptOutcome.DELIVERED;
            delivery.settle(DeliveryState.SENT, outcome.status(), outcome.detail(), now);
        } else if (pause.isEmpty()) {
            told = AttemptOutcome.FAILED;
            delivery.settle(DeliveryState.FAILED, outcome.status(), outcome.detail(), now);
        } else {
            boolean ambiguous = outcome instanceof Outcome.Unknown;
            told = ambiguous ? AttemptOutcome.AMBIGUOUS : AttemptOutcome.RETRYING;
            delivery.tryAgain(
                    ambiguous ? DeliveryState.AMBIGUOUS : DeliveryState.PLANNED,
                    outcome.status(),
                    outcome.detail(),
                    now.plus(pause.get()));
        }
        return tell(
                delivery,
                notifications,
                delivery.attempts(),
                told,
                outcome.status(),
                outcome.detail(),
                took,
                now,
                pause.map(now::plus).orElse(null));
    }

    private static Optional<Duration> pause(Delivery delivery, Outcome outcome, Sender sender, Instant now) {
        if (outcome instanceof Outcome.NotYet notYet) {
            return sender.policy().pauseAfter(delivery.attempts(), delivery.age(now), notYet.asked());
        }
        return outcome instanceof Outcome.Unknown
                ? sender.policy().pauseAfter(delivery.attempts(), delivery.age(now), Optional.empty())
                : Optional.empty();
    }

    private Uni<Void> withhold(
            Delivery delivery, List<Notification> notifications, Outcome.Unwanted unwanted, Instant now) {
        if (delivery.channel() == DeliveryChannel.WEBHOOK
                && notifications.isEmpty()) { // a test call that was asked for
            return tell(
                    delivery,
                    notifications,
                    delivery.attempts(),
                    AttemptOutcome.FAILED,
                    null,
                    unwanted.detail(),
                    Duration.ZERO,
                    now,
                    null);
        }
        return Multi.createFrom()
                .iterable(notifications)
                .onItem()
                .transformToUniAndConcatenate(notification -> ledger.withhold(
                                notification.changeId(),
                                List.of(new Withhold(
                                        delivery.subscriberId(),
                                        delivery.channel(),
                                        delivery.endpointId(),
                                        notification.subscriptionId(),
                                        unwanted.reason(),
                                        unwanted.detail())))
                        .replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One event for each change told, or one for the delivery where it tells none in particular. */
    private Uni<Void> tell(
            Delivery delivery,
            List<Notification> notifications,
            int attempt,
            AttemptOutcome outcome,
            @Nullable Integer status,
            String detail,
            Duration took,
            Instant now,
            @Nullable Instant next) {
        List<Optional<Notification>> each = notifications.isEmpty()
                ? List.of(Optional.empty())
                : notifications.stream().map(Optional::of).toList();
        return Multi.createFrom()
                .iterable(each)
                .onItem()
                .transformToUniAndConcatenate(notification -> outbox.add(new DeliveryAttempted(
                                Ids.next(clock),
                                delivery.id(),
                                notification.map(Notification::id).orElse(delivery.id()),
                                delivery.subscriberId(),
                                delivery.channel(),
                                delivery.messageId(),
                                notification.map(Notification::changeId).orElse(null),
                                delivery.endpointId(),
                                attempt,
                                outcome,
                                status,
                                detail,
                                took.toMillis(),
                                next,
                                now.minus(took),
                                now))
                        .replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Map<UUID, List<Notification>>> notificationsOf(Mutiny.Session session, List<UUID> deliveries) {
        return session.createQuery(
                        "from Notification n where n.deliveryId in (:ids) order by n.createdAt, n.id",
                        Notification.class)
                .setParameter("ids", deliveries)
                .getResultList()
                .map(found -> found.stream().collect(Collectors.groupingBy(Notification::deliveryId)));
    }

    /** How many same-day mails and calls have waited for more than {@code age}, and since when the oldest call waits. */
    @WithTransaction
    Uni<Waiting> waiting(Duration age) {
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createQuery("""
                                select count(*) from Delivery d
                                where d.state in (:open) and d.plannedAt < :limit and d.channel <> :digest
                                """, Long.class)
                        .setParameter("open", DeliveryState.OPEN)
                        .setParameter("limit", now.minus(age))
                        .setParameter("digest", DeliveryChannel.DIGEST)
                        .getSingleResult()
                        .chain(late -> session.createQuery("""
                                        select min(d.dueAt) from Delivery d
                                        where d.state in (:open) and d.channel = :webhook and d.dueAt <= :now
                                        """, Instant.class)
                                .setParameter("open", DeliveryState.OPEN)
                                .setParameter("webhook", DeliveryChannel.WEBHOOK)
                                .setParameter("now", now)
                                .getSingleResult()
                                .map(oldest -> new Waiting(
                                        late, Duration.between(Objects.requireNonNullElse(oldest, now), now)))));
    }

    /**
     * What is late.
     *
     * @param late same-day mails and calls that were planned long ago and are still open
     * @param oldestCall how long the call that is due longest has waited
     */
    record Waiting(long late, Duration oldestCall) {}
}
