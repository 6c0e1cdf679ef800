package io.conductatlas.alert.digest;

import io.conductatlas.alert.audience.Audience;
import io.conductatlas.alert.changes.Changes;
import io.conductatlas.alert.dispatch.Outcome;
import io.conductatlas.alert.dispatch.Reserved;
import io.conductatlas.alert.dispatch.RetryPolicy;
import io.conductatlas.alert.dispatch.Sender;
import io.conductatlas.alert.mail.Letters;
import io.conductatlas.alert.mail.PostOffice;
import io.conductatlas.alert.mail.Willing;
import io.conductatlas.alert.outages.Troubles;
import io.conductatlas.alert.subscribers.AddressBook;
import io.conductatlas.alert.subscribers.Subscriber;
import io.conductatlas.alert.subscribers.Subscribers;
import io.conductatlas.delivery.Worker;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.DeliveryChannel;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Sends digests, if they are still wanted when their time has come. */
@ApplicationScoped
class DigestSender implements Sender {

    private final Subscribers subscribers;
    private final DigestEntries entries;
    private final Changes changes;
    private final Troubles troubles;
    private final AddressBook addresses;
    private final Letters letters;
    private final PostOffice post;
    private final Worker worker;

    DigestSender(
            Subscribers subscribers,
            DigestEntries entries,
            Changes changes,
            Troubles troubles,
            AddressBook addresses,
            Letters letters,
            PostOffice post,
            Worker worker) {
        this.subscribers = subscribers;
        this.entries = entries;
        this.changes = changes;
        this.troubles = troubles;
        this.addresses = addresses;
        this.letters = letters;
        this.post = post;
        this.worker = worker;
    }

    @Override
    public DeliveryChannel channel() {
        return DeliveryChannel.DIGEST;
    }

    @Override
    public RetryPolicy policy() {
        return post.policy();
    }

    @Override
    public Uni<Outcome> send(Reserved delivery) {
        Instant start = Objects.requireNonNull(delivery.periodStart(), "a digest has a period");
        Instant end = Objects.requireNonNull(delivery.periodEnd(), "a digest has a period");
        return Panache.withSession(() -> read(delivery, start, end)).chain(material -> {
            Optional<Outcome> against = Willing.toGetDigests(material.subscriber(), material.suppressed());
            if (against.isPresent()) {
                return Uni.createFrom().item(against.get());
            }
            Subscriber subscriber = material.subscriber().orElseThrow();
            return worker.run(() -> letters.digest(
                            subscriber.id(), subscriber.zone(), start, end, material.changes(), material.notes()))
                    .chain(letter -> post.send(addresses.email(subscriber.email()), delivery.messageId(), letter));
        });
    }

    @Override
    public Uni<Void> settled(Reserved delivery, Outcome outcome, Instant now) {
        return PostOffice.isHardBounce(outcome)
                ? subscribers.suppress(delivery.subscriberId(), outcome.detail(), now)
                : Uni.createFrom().voidItem();
    }

    private Uni<Material> read(Reserved delivery, Instant start, Instant end) {
        return subscribers
                .find(delivery.subscriberId())
                .chain(subscriber -> suppressed(subscriber)
                        .chain(suppressed -> entries.in(delivery.subscriberId(), start)
                                .chain(changes::of)
                                .chain(told -> noise(delivery, start)
                                        .chain(noise -> subscribers
                                                .follower(delivery.subscriberId())
                                                .map(follower -> follower.map(Audience::platformsInForce)
                                                        .orElseGet(Set::of))
                                                .chain(platforms -> troubles.between(platforms, start, end))
                                                .map(trouble -> new Material(
                                                        subscriber, suppressed, told, notes(noise, trouble)))))));
    }

    private Uni<Boolean> suppressed(Optional<Subscriber> subscriber) {
        return subscriber
                .map(subscribers::isSuppressed)
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private static Uni<Integer> noise(Reserved delivery, Instant start) {
        return Panache.getSession()
                .chain(session ->
                        session.find(DigestPeriod.class, new DigestPeriod.Key(delivery.subscriberId(), start)))
                .map(period -> period == null ? 0 : period.noise());
    }

    private static List<String> notes(int noise, List<String> troubles) {
        List<String> notes = new ArrayList<>();
        if (noise > 0) {
            notes.add(
                    noise == 1
                            ? "1 further difference was only in dates, links, layout or the like; it is listed on its document's page."
                            : noise
                                    + " further differences were only in dates, links, layout or the like; they are listed on"
                                    + " their documents' pages.");
        }
        notes.addAll(troubles);
        return notes;
    }

    /** What the database has for one digest. */
    private record Material(
            Optional<Subscriber> subscriber, boolean suppressed, List<ChangeAssessed> changes, List<String> notes) {}
}
