package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a subscriber follows.
 *
 * @param platformId the platform; null only for a provision type followed everywhere
 * @param documentId with {@link SubscriptionScope#DOCUMENT} and {@link SubscriptionScope#PROVISION}
 * @param provisionId with {@link SubscriptionScope#PROVISION}
 * @param provisionType with {@link SubscriptionScope#PROVISION_TYPE}: its slug
 * @param since when it was made; where a plan allows fewer than are there, the oldest count
 * @param active false once it has ended
 */
public record SubscriptionStated(
        UUID eventId,
        UUID subscriptionId,
        UUID subscriberId,
        SubscriptionScope scope,
        @Nullable UUID platformId,
        @Nullable UUID documentId,
        @Nullable String provisionId,
        @Nullable String provisionType,
        Instant since,
        boolean active,
        Instant recordedAt)
        implements SubscriptionEvent {
    public SubscriptionStated {
        boolean whole = switch (scope) {
            case PLATFORM -> platformId != null && documentId == null;
            case DOCUMENT -> platformId != null && documentId != null;
            case PROVISION -> platformId != null && documentId != null && provisionId != null;
            case PROVISION_TYPE -> provisionType != null;
        };
        if (!whole) {
            throw new IllegalArgumentException("a subscription of scope %s names what it follows".formatted(scope));
        }
    }

    @Override
    public String key() {
        return subscriberId + "/subscription/" + subscriptionId;
    }

    @Override
    public String subject() {
        return subscriptionId.toString();
    }
}
