package io.conductatlas.alert.audience;

import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.WithheldReason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done about one change for one subscriber over one channel. */
public sealed interface Decision {

    UUID subscriberId();

    DeliveryChannel channel();

    /** With {@link DeliveryChannel#WEBHOOK}; null where no endpoint is concerned. */
    @Nullable
    UUID endpointId();

    /** The subscription that brought the change to the subscriber; the oldest of those that did. */
    UUID subscriptionId();

    /** They are told. For {@link DeliveryChannel#DIGEST} that means: it is in the next one. */
    record Tell(
            UUID subscriberId,
            DeliveryChannel channel,
            @Nullable UUID endpointId,
            UUID subscriptionId) implements Decision {}

    /** They are not told in this way. */
    record Withhold(
            UUID subscriberId,
            DeliveryChannel channel,
            @Nullable UUID endpointId,
            UUID subscriptionId,
            WithheldReason reason,
            String detail)
            implements Decision {}
}
