package io.conductatlas.alert.mail;

import io.conductatlas.alert.audience.Following;
import io.conductatlas.alert.changes.Changes;
import io.conductatlas.alert.changes.Hunk;
import io.conductatlas.alert.changes.WordsOfChanges;
import io.conductatlas.alert.dispatch.Outcome;
import io.conductatlas.alert.dispatch.Reserved;
import io.conductatlas.alert.dispatch.RetryPolicy;
import io.conductatlas.alert.dispatch.Sender;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends same-day mails, if they are still wanted when their time has come. */
@ApplicationScoped
class AlertSender implements Sender {

    private final Subscribers subscribers;
    private final Changes changes;
    private final WordsOfChanges words;
    private final AddressBook addresses;
    private final Letters letters;
    private final PostOffice post;
    private final Worker worker;

    AlertSender(
            Subscribers subscribers,
            Changes changes,
            WordsOfChanges words,
            AddressBook addresses,
            Letters letters,
            PostOffice post,
            Worker worker) {
        this.subscribers = subscribers;
        this.changes = changes;
        this.words = words;
        this.addresses = addresses;
        this.letters = letters;
        this.post = post;
        this.worker = worker;
    }

    @Override
    public DeliveryChannel channel() {
        return DeliveryChannel.EMAIL;
    }

    @Override
    public RetryPolicy policy() {
        return post.policy();
    }

    @Override
    public Uni<Outcome> send(Reserved delivery) {
        return Panache.withSession(() -> read(delivery)).chain(material -> {
            Optional<Outcome> against = Willing.toGetAlerts(material.subscriber(), material.suppressed());
            if (against.isPresent()) {
                return Uni.createFrom().item(against.get());
            }
            Subscriber subscriber = material.subscriber().orElseThrow();
            return worker.run(() -> write(subscriber, material))
                    .chain(letter -> post.send(addresses.email(subscriber.email()), delivery.messageId(), letter));
        });
    }

    @Override
    public Uni<Void> settled(Reserved delivery, Outcome outcome, Instant now) {
        return PostOffice.isHardBounce(outcome)
                ? subscribers.suppress(delivery.subscriberId(), outcome.detail(), now)
                : Uni.createFrom().voidItem();
    }

    private Uni<Material> read(Reserved delivery) {
        return subscribers
                .find(delivery.subscriberId())
                .chain(subscriber -> suppressed(subscriber)
                        .chain(suppressed -> changes.of(delivery.changeIds())
                                .chain(told -> subscribers
                                        .following(delivery.told().get(0).subscriptionId())
                                        .map(following -> new Material(subscriber, suppressed, told, following)))));
    }

    private Uni<Boolean> suppressed(Optional<Subscriber> subscriber) {
        return subscriber
                .map(subscribers::isSuppressed)
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private Letter write(Subscriber subscriber, Material material) {
        Map<String, List<Hunk>> hunks = new HashMap<>();
        material.changes().forEach(change -> hunks.put(change.changeId(), words.of(change.hunks())));
        return letters.alert(
                subscriber.id(),
                subscriber.zone(),
                subscriber.plan().name(),
                material.changes(),
                hunks,
                material.following());
    }

    /** What the database has for one letter. */
    private record Material(
            Optional<Subscriber> subscriber,
            boolean suppressed,
            List<ChangeAssessed> changes,
            Optional<Following> following) {}
}
