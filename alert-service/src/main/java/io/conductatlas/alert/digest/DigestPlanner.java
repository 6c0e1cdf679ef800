package io.conductatlas.alert.digest;

import io.conductatlas.alert.dispatch.Ledger;
import io.conductatlas.alert.subscribers.Subscriber;
import io.conductatlas.alert.subscribers.Subscribers;
import io.conductatlas.alert.subscribers.Weeks;
import io.conductatlas.events.WithheldReason;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Closes the periods that are over, and plans a digest for those in which there was something.
 *
 * <p>A subscriber's row is locked while one of their periods is closed, and the next begins where it ends: however many
 * instances do this, each period is closed once, none overlaps another and none is left out.
 */
@ApplicationScoped
class DigestPlanner {

    private static final int AT_A_TIME = 20;

    private final Subscribers subscribers;
    private final DigestEntries entries;
    private final Ledger ledger;
    private final Clock clock;

    DigestPlanner(Subscribers subscribers, DigestEntries entries, Ledger ledger, Clock clock) {
        this.subscribers = subscribers;
        this.entries = entries;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Closes some periods; says how many, so that the caller can go on while there are more. */
    @WithTransaction
    Uni<Integer> closeSome() {
        return subscribers
                .whosePeriodEnded(clock.instant(), AT_A_TIME)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(
                                subscriber -> close(subscriber).replaceWith(true))
                        .collect()
                        .asList()
                        .map(List::size));
    }

    private Uni<Void> close(Subscriber subscriber) {
        Instant start = subscriber.periodStart();
        Instant end = subscriber.periodEnd();
        boolean wanted = subscriber.digestMail() && subscriber.plan().weeklyDigest();
        return entries.waiting(subscriber.id(), end)
                .chain(waiting ->
                        noise(subscriber.id(), start, end).chain(noise -> close(subscriber, waiting, noise, wanted)));
    }

    private Uni<Void> close(Subscriber subscriber, List<DigestEntry> waiting, int noise, boolean wanted) {
        Instant start = subscriber.periodStart();
        Instant end = subscriber.periodEnd();
        DigestPeriod.Result result = !wanted
                ? DigestPeriod.Result.NOT_WANTED
                : waiting.isEmpty() ? DigestPeriod.Result.EMPTY : DigestPeriod.Result.PLANNED;
        waiting.forEach(entry -> entry.goInto(start));
        subscriber.beginNextPeriod(Weeks.nextAfter(end, subscriber.zone()));
        DigestPeriod period =
                new DigestPeriod(subscriber.id(), start, end, result, waiting.size(), noise, clock.instant());
        return Panache.getSession()
                .chain(session -> session.persist(period))
                .chain(() -> result == DigestPeriod.Result.PLANNED
                        ? ledger.planDigest(subscriber.id(), start, end)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Integer> noise(UUID subscriberId, Instant start, Instant end) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        select cast(count(*) as integer) from withheld
                        where subscriber_id = :subscriber and reason = :reason
                            and recorded_at >= :start and recorded_at < :end
                        """, Integer.class)
                        .setParameter("subscriber", subscriberId)
                        .setParameter("reason", WithheldReason.NOT_ALERTING.name())
                        .setParameter("start", start.atOffset(java.time.ZoneOffset.UTC))
                        .setParameter("end", end.atOffset(java.time.ZoneOffset.UTC))
                        .getSingleResult());
    }
}
