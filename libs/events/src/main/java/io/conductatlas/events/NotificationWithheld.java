package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows a changed document was not told over a channel, and why.
 *
 * @param detail one line for people, for example the limit and where it stood
 */
public record NotificationWithheld(
        UUID eventId,
        UUID subscriberId,
        String changeId,
        DeliveryChannel channel,
        @Nullable UUID subscriptionId,
        WithheldReason reason,
        String detail,
        Instant recordedAt)
        implements DeliveryEvent {
    public NotificationWithheld {
        Checks.publicId("C", changeId);
    }

    @Override
    public String subject() {
        return changeId;
    }
}
