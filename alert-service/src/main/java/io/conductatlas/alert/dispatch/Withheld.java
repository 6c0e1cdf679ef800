package io.conductatlas.alert.dispatch;

import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.WithheldReason;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why one subscriber was not told of one change over one channel. */
@Entity
class Withheld {

    @Id
    private UUID id;

    private UUID subscriberId;
    private String changeId;

    @Enumerated(EnumType.STRING)
    private DeliveryChannel channel;

    private @Nullable UUID endpointId;
    private @Nullable UUID subscriptionId;

    @Enumerated(EnumType.STRING)
    private WithheldReason reason;

    private String detail;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Withheld() {}

    Withheld(
            UUID id,
            Told told,
            String changeId,
            @Nullable UUID subscriptionId,
            WithheldReason reason,
            String detail,
            Instant recordedAt) {
        this.id = id;
        this.subscriberId = told.subscriberId();
        this.channel = told.channel();
        this.endpointId = told.endpointId();
        this.changeId = changeId;
        this.subscriptionId = subscriptionId;
        this.reason = reason;
        this.detail = detail;
        this.recordedAt = recordedAt;
    }

    Told told() {
        return new Told(subscriberId, channel, endpointId);
    }

    @Nullable
    UUID subscriptionId() {
        return subscriptionId;
    }

    WithheldReason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }
}
