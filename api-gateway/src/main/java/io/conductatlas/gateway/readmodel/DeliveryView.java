package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.AttemptOutcome;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.WithheldReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber was told, or why not.
 *
 * @param kind {@code ATTEMPTED} or {@code WITHHELD}
 * @param messageId the mail's {@code Message-ID} or the {@code webhook-id}; null with {@code WITHHELD}
 * @param changeId null for digests and tests
 * @param attempt counts the tries from 1; null with {@code WITHHELD}
 * @param reason with {@code WITHHELD}
 */
public record DeliveryView(
        UUID id,
        String kind,
        UUID subscriberId,
        DeliveryChannel channel,
        @Nullable UUID deliveryId,
        @Nullable String messageId,
        @Nullable String changeId,
        @Nullable UUID endpointId,
        @Nullable Integer attempt,
        @Nullable AttemptOutcome outcome,
        @Nullable WithheldReason reason,
        @Nullable Integer status,
        String detail,
        @Nullable Long durationMillis,
        @Nullable Instant nextAttemptAt,
        Instant recordedAt) {}
