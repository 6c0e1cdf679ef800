package io.conductatlas.alert.audience;

import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.SubscriptionScope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing a subscriber follows, from a time on. */
public record Following(
        UUID subscriptionId,
        SubscriptionScope scope,
        @Nullable UUID platformId,
        @Nullable UUID documentId,
        @Nullable String provisionId,
        @Nullable String provisionType,
        Instant since) {

    /** Whether {@code change} is about what is followed, and was recorded when it was followed already. */
    boolean covers(ChangeAssessed change) {
        if (since.isAfter(change.recordedAt())) {
            return false;
        }
        return switch (scope) {
            case PLATFORM -> change.platform().id().equals(platformId);
            case DOCUMENT -> change.document().id().equals(documentId);
            case PROVISION ->
                change.provisionChanges().stream()
                        .anyMatch(provision -> provision.provisionId().equals(provisionId));
            case PROVISION_TYPE ->
                (platformId == null || change.platform().id().equals(platformId))
                        && change.provisionChanges().stream()
                                .anyMatch(provision -> provision.type().equals(provisionType));
        };
    }

    boolean isProvisionLevel() {
        return scope == SubscriptionScope.PROVISION || scope == SubscriptionScope.PROVISION_TYPE;
    }
}
