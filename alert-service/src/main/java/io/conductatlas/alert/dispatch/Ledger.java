package io.conductatlas.alert.dispatch;

import io.conductatlas.alert.audience.Decision;
import io.conductatlas.alert.audience.Decision.Tell;
import io.conductatlas.alert.audience.Decision.Withhold;
import io.conductatlas.alert.subscribers.Pings;
import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.NotificationWithheld;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes down what has to be told and what was withheld, each once. Every method runs in the caller's transaction; nothing
 * is sent from here.
 */
@ApplicationScoped
public class Ledger implements Pings {

    private final Outbox outbox;
    private final Clock clock;
    private final DispatchConfig config;

    Ledger(Outbox outbox, Clock clock, DispatchConfig config) {
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
    }

    /** What has been told or withheld of a change; the caller holds the change's lock. */
    public Uni<Set<Told>> alreadyDecided(String changeId) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from Notification n where n.changeId = :id", Notification.class)
                        .setParameter("id", changeId)
                        .getResultList()
                        .chain(notifications -> session.createQuery(
                                        "from Withheld w where w.changeId = :id", Withheld.class)
                                .setParameter("id", changeId)
                                .getResultList()
                                .map(withheld -> {
                                    Set<Told> told = new HashSet<>();
                                    notifications.forEach(notification -> told.add(notification.told()));
                                    withheld.forEach(one -> told.add(one.told()));
                                    return told;
                                })));
    }

    /** Plans what is to be told by mail and webhook; digests keep their own list. */
    public Uni<Void> tell(ChangeAssessed change, List<Tell> tells) {
        List<Tell> letters = over(DeliveryChannel.EMAIL, tells);
        return openLetters(change, letters)
                .chain(open -> plan(change, letters, over(DeliveryChannel.WEBHOOK, tells), open));
    }

    /** Records why, and tells it. */
    public Uni<Void> withhold(String changeId, Collection<Withhold> withheld) {
        Instant now = clock.instant();
        List<Withheld> rows = withheld.stream()
                .map(one -> new Withheld(
                        Ids.next(clock),
                        new Told(one.subscriberId(), one.channel(), one.endpointId()),
                        changeId,
                        one.subscriptionId(),
                        one.reason(),
                        one.detail(),
                        now))
                .toList();
        return persistAll(rows)
                .chain(() -> oneAfterTheOther(
                        rows,
                        row -> outbox.add(new NotificationWithheld(
                                Ids.next(clock),
                                row.told().subscriberId(),
                                changeId,
                                row.told().channel(),
                                row.subscriptionId(),
                                row.reason(),
                                row.detail(),
                                now))));
    }

    /** Plans the digest of a period; the unique key of subscriber and period makes a second one fail. */
    public Uni<Void> planDigest(UUID subscriberId, Instant start, Instant end) {
        UUID id = Ids.next(clock);
        return persistAll(List.of(Delivery.digest(id, subscriberId, start, end, mailId(id), clock.instant())));
    }

    @Override
    public Uni<Void> plan(UUID subscriberId, UUID endpointId, int number) {
        UUID id = Ids.next(clock);
        return persistAll(List.of(Delivery.ping(id, subscriberId, endpointId, number, webhookId(id), clock.instant())));
    }

    private Uni<Void> plan(
            ChangeAssessed change, List<Tell> letters, List<Tell> calls, Map<UUID, Delivery> openLetters) {
        Instant now = clock.instant();
        List<Delivery> deliveries = new ArrayList<>();
        List<Notification> notifications = new ArrayList<>();
        for (Tell letter : letters) {
            Delivery delivery = openLetters.get(letter.subscriberId());
            if (delivery == null) {
                UUID id = Ids.next(clock);
                delivery = Delivery.letter(
                        id,
                        letter.subscriberId(),
                        change.platform().id(),
                        mailId(id),
                        change.observedAt(),
                        now,
                        now.plus(config.foldWindow()));
                deliveries.add(delivery);
            }
            notifications.add(notification(change, letter, delivery, now));
        }
        for (Tell call : calls) {
            UUID id = Ids.next(clock);
            UUID endpoint = Objects.requireNonNull(call.endpointId(), "a webhook has an endpoint");
            Delivery delivery =
                    Delivery.call(id, call.subscriberId(), endpoint, webhookId(id), change.observedAt(), now);
            deliveries.add(delivery);
            notifications.add(notification(change, call, delivery, now));
        }
        return persistAll(deliveries).chain(() -> persistAll(notifications));
    }

    /** The same-day mails about the change's platform that still wait for company, by subscriber. */
    private Uni<Map<UUID, Delivery>> openLetters(ChangeAssessed change, List<Tell> letters) {
        if (letters.isEmpty() || config.foldWindow().isZero()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createQuery("""
                        from Delivery d where d.channel = :channel and d.state = :state and d.attempts = 0
                        and d.platformId = :platform and d.subscriberId in (:subscribers) and d.dueAt > :now
                        """, Delivery.class)
                        .setParameter("channel", DeliveryChannel.EMAIL)
                        .setParameter("state", DeliveryState.PLANNED)
                        .setParameter("platform", change.platform().id())
                        .setParameter(
                                "subscribers",
                                letters.stream().map(Tell::subscriberId).toList())
                        .setParameter("now", clock.instant())
                        .setLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getResultList()
                        .map(found -> {
                            Map<UUID, Delivery> bySubscriber = new HashMap<>();
                            found.forEach(delivery -> bySubscriber.put(delivery.subscriberId(), delivery));
                            return bySubscriber;
                        }));
    }

    private Notification notification(ChangeAssessed change, Tell tell, Delivery delivery, Instant now) {
        return new Notification(Ids.next(clock), delivery, change.changeId(), tell.subscriptionId(), now);
    }

    private String mailId(UUID deliveryId) {
        return "<" + deliveryId + "@" + config.messageIdDomain() + ">";
    }

    private static String webhookId(UUID deliveryId) {
        return "msg_" + deliveryId.toString().replace("-", "");
    }

    private static <D extends Decision> List<D> over(DeliveryChannel channel, List<D> decisions) {
        return decisions.stream()
                .filter(decision -> decision.channel() == channel)
                .toList();
    }

    private static Uni<Void> persistAll(List<?> entities) {
        return entities.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession().chain(session -> flushed(session, entities));
    }

    private static Uni<Void> flushed(Mutiny.Session session, List<?> entities) {
        return session.persistAll(entities.toArray()).chain(session::flush);
    }

    private static <T> Uni<Void> oneAfterTheOther(List<T> items, java.util.function.Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> step.apply(item).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
