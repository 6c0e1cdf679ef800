package io.conductatlas.alert.fanout;

import io.conductatlas.alert.audience.Audience;
import io.conductatlas.alert.audience.Decision;
import io.conductatlas.alert.audience.Decision.Tell;
import io.conductatlas.alert.audience.Decision.Withhold;
import io.conductatlas.alert.audience.Follower;
import io.conductatlas.alert.changes.Changes;
import io.conductatlas.alert.digest.DigestEntries;
import io.conductatlas.alert.dispatch.Ledger;
import io.conductatlas.alert.dispatch.Told;
import io.conductatlas.alert.subscribers.Subscribers;
import io.conductatlas.delivery.Inbox;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.WithheldReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Writes down, for one change, everything that has to be told to anybody and everything that is withheld from anybody,
 * together with the claim of the event: all of it or nothing.
 */
@ApplicationScoped
class FanOut {

    static final String CONSUMER = "alert";

    private static final List<WithheldReason> PLAN_LIMITS = Arrays.stream(WithheldReason.values())
            .filter(reason -> reason.name().startsWith("PLAN_"))
            .toList();

    private final Inbox inbox;
    private final Subscribers subscribers;
    private final Changes changes;
    private final Ledger ledger;
    private final DigestEntries digests;
    private final MeterRegistry metrics;
    private final Clock clock;

    FanOut(
            Inbox inbox,
            Subscribers subscribers,
            Changes changes,
            Ledger ledger,
            DigestEntries digests,
            MeterRegistry metrics,
            Clock clock) {
        this.inbox = inbox;
        this.subscribers = subscribers;
        this.changes = changes;
        this.ledger = ledger;
        this.digests = digests;
        this.metrics = metrics;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> tell(ChangeAssessed change) {
        return inbox.claim(CONSUMER, change.eventId())
                .chain(ours -> ours ? decide(change) : Uni.createFrom().voidItem());
    }

    private Uni<Void> decide(ChangeAssessed change) {
        return subscribers
                .candidatesFor(change)
                .chain(followers -> followers.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : keepIfTold(change)
                                .chain(() -> ledger.alreadyDecided(change.changeId()))
                                .chain(decided -> write(change, followers, decided)));
    }

    private Uni<Void> keepIfTold(ChangeAssessed change) {
        return change.alerting()
                ? changes.keepAndLock(change, clock.instant())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> write(ChangeAssessed change, List<Follower> followers, Set<Told> decided) {
        List<Decision> decisions = followers.stream()
                .flatMap(follower -> Audience.decide(change, follower).stream())
                .filter(decision ->
                        !decided.contains(new Told(decision.subscriberId(), decision.channel(), decision.endpointId())))
                .toList();
        List<Tell> tells = only(Tell.class, decisions);
        List<Withhold> withheld = only(Withhold.class, decisions);
        List<Tell> entries = tells.stream()
                .filter(tell -> tell.channel() == DeliveryChannel.DIGEST)
                .toList();
        return ledger.tell(change, tells)
                .chain(() -> digests.enter(change.changeId(), entries))
                .chain(() -> ledger.withhold(change.changeId(), withheld))
                .invoke(() -> countPlanLimits(withheld));
    }

    private void countPlanLimits(List<Withhold> withheld) {
        long denied = withheld.stream()
                .filter(one -> PLAN_LIMITS.contains(one.reason()))
                .count();
        metrics.counter("plan.limit.denied").increment(denied);
    }

    private static <T> List<T> only(Class<T> kind, List<Decision> decisions) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
