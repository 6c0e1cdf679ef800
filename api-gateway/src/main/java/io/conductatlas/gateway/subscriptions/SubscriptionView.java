package io.conductatlas.gateway.subscriptions;

import io.conductatlas.events.SubscriptionScope;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing a subscriber follows, by the names it has in addresses. */
@Schema(name = "Subscription")
record SubscriptionView(
        UUID id,
        SubscriptionScope scope,
        @Nullable String platform,
        @Nullable String document,
        @Nullable String provision,
        @Nullable String provisionType,
        Instant since) {}
