package io.conductatlas.alert.subscribers;

import io.conductatlas.alert.audience.Following;
import io.conductatlas.events.SubscriptionScope;
import io.conductatlas.events.SubscriptionStated;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing somebody follows, as last stated. */
@Entity
class Subscription {

    @Id
    private UUID id;

    private UUID subscriberId;

    @Enumerated(EnumType.STRING)
    private SubscriptionScope scope;

    private @Nullable UUID platformId;
    private @Nullable UUID documentId;
    private @Nullable String provisionId;
    private @Nullable String provisionType;
    private Instant since;
    private boolean active;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Subscription() {}

    @SuppressWarnings("NullAway.Init") // restate sets what the constructor does not
    Subscription(SubscriptionStated state) {
        this.id = state.subscriptionId();
        restate(state);
    }

    void restate(SubscriptionStated state) {
        subscriberId = state.subscriberId();
        scope = state.scope();
        platformId = state.platformId();
        documentId = state.documentId();
        provisionId = state.provisionId();
        provisionType = state.provisionType();
        since = state.since();
        active = state.active();
        recordedAt = state.recordedAt();
    }

    boolean isNewerThan(Instant time) {
        return recordedAt.isAfter(time);
    }

    UUID subscriberId() {
        return subscriberId;
    }

    Following following() {
        return new Following(id, scope, platformId, documentId, provisionId, provisionType, since);
    }
}
