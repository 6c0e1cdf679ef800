package io.conductatlas.alert.dispatch;

import io.conductatlas.events.DeliveryChannel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Over which channel somebody was told of a change, or why not: what may happen once only. */
public record Told(
        UUID subscriberId,
        DeliveryChannel channel,
        @Nullable UUID endpointId) {}
