package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try to tell one subscriber one thing over one channel.
 *
 * @param messageId the mail's {@code Message-ID} or the {@code webhook-id}: the same for every try
 * @param changeId the change told; null for a digest or a test
 * @param endpointId with {@link DeliveryChannel#WEBHOOK}
 * @param attempt counts the tries from 1
 * @param status the HTTP or SMTP status, where there was an answer
 * @param detail one line for people, without secrets
 * @param durationMillis how long the try took
 * @param nextAttemptAt with {@link AttemptOutcome#RETRYING}
 */
public record DeliveryAttempted(
        UUID eventId,
        UUID deliveryId,
        UUID notificationId,
        UUID subscriberId,
        DeliveryChannel channel,
        String messageId,
        @Nullable String changeId,
        @Nullable UUID endpointId,
        int attempt,
        AttemptOutcome outcome,
        @Nullable Integer status,
        String detail,
        long durationMillis,
        @Nullable Instant nextAttemptAt,
        Instant attemptedAt,
        Instant recordedAt)
        implements DeliveryEvent {
    public DeliveryAttempted {
        Checks.atLeast("attempt", 1, attempt);
        Checks.notBlank("messageId", messageId);
    }

    @Override
    public String subject() {
        return deliveryId.toString();
    }
}
