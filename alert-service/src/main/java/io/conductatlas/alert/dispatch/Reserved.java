package io.conductatlas.alert.dispatch;

import io.conductatlas.events.DeliveryChannel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A try that is ours to make.
 *
 * @param endpointId with {@link DeliveryChannel#WEBHOOK}
 * @param periodStart with {@link DeliveryChannel#DIGEST}
 * @param periodEnd with {@link DeliveryChannel#DIGEST}
 * @param ping the number of a test call; null for anything else
 * @param attempt counts the tries from 1
 * @param told what it tells; empty for a digest and for a test call
 */
public record Reserved(
        UUID deliveryId,
        UUID subscriberId,
        DeliveryChannel channel,
        @Nullable UUID endpointId,
        @Nullable Instant periodStart,
        @Nullable Instant periodEnd,
        @Nullable Integer ping,
        String messageId,
        int attempt,
        List<ToldUnder> told) {
    public Reserved {
        told = List.copyOf(told);
    }

    /** The changes it tells. */
    public List<String> changeIds() {
        return told.stream().map(ToldUnder::changeId).toList();
    }

    /** A change, and the subscription that brought it. */
    public record ToldUnder(String changeId, UUID subscriptionId) {}
}
