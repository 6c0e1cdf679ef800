package io.conductatlas.alert.subscribers;

import io.conductatlas.delivery.Intake;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.EndpointStated;
import io.conductatlas.events.SubscriberStated;
import io.conductatlas.events.SubscriptionStated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the states of {@code atlas.subscriptions} into the index. */
@ApplicationScoped
class SubscriptionsConsumer {

    private final Intake intake;
    private final StateKeeper keeper;

    SubscriptionsConsumer(Intake intake, StateKeeper keeper) {
        this.intake = intake;
        this.keeper = keeper;
    }

    @Incoming("subscriptions")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.handle("alert", record, this::keep);
    }

    private Uni<Void> keep(AtlasEvent event) {
        if (event instanceof SubscriberStated subscriber) {
            return keeper.keep(subscriber);
        }
        if (event instanceof SubscriptionStated subscription) {
            return keeper.keep(subscription);
        }
        if (event instanceof EndpointStated endpoint) {
            return keeper.keep(endpoint);
        }
        return Uni.createFrom().voidItem();
    }
}
