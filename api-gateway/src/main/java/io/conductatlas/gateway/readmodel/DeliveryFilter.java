package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.DeliveryChannel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are wanted; null means all.
 *
 * @param outcome an {@link io.conductatlas.events.AttemptOutcome} by name, or {@code WITHHELD}
 */
public record DeliveryFilter(
        @Nullable UUID subscriberId,
        @Nullable String changeId,
        @Nullable DeliveryChannel channel,
        @Nullable String outcome,
        @Nullable UUID endpointId) {

    public static DeliveryFilter ofSubscriber(UUID subscriberId) {
        return new DeliveryFilter(subscriberId, null, null, null, null);
    }

    /** What became of one change for everyone. */
    public static DeliveryFilter ofChange(String changeId) {
        return new DeliveryFilter(null, changeId, null, null, null);
    }
}
