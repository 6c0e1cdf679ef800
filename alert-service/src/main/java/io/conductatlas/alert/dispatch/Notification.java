package io.conductatlas.alert.dispatch;

import io.conductatlas.events.DeliveryChannel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That one subscriber is told of one change over one channel; there is never a second. */
@Entity
class Notification {

    @Id
    private UUID id;

    private UUID deliveryId;
    private UUID subscriberId;

    @Enumerated(EnumType.STRING)
    private DeliveryChannel channel;

    private @Nullable UUID endpointId;
    private String changeId;
    private UUID subscriptionId;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Notification() {}

    Notification(UUID id, Delivery delivery, String changeId, UUID subscriptionId, Instant now) {
        this.id = id;
        this.deliveryId = delivery.id();
        this.subscriberId = delivery.subscriberId();
        this.channel = delivery.channel();
        this.endpointId = delivery.endpointId();
        this.changeId = changeId;
        this.subscriptionId = subscriptionId;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    UUID deliveryId() {
        return deliveryId;
    }

    String changeId() {
        return changeId;
    }

    UUID subscriptionId() {
        return subscriptionId;
    }

    Told told() {
        return new Told(subscriberId, channel, endpointId);
    }
}
