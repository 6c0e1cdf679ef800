package io.conductatlas.gateway.endpoints;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a subscriber's endpoint fares. Of its address only the host is told: the rest may hold a secret.
 *
 * @param attempts in the last 24 hours
 * @param taken of these, how many it has taken
 * @param lastOutcome an {@link io.conductatlas.events.AttemptOutcome} by name; null where nothing was ever sent
 */
public record EndpointHealth(
        UUID id,
        UUID subscriberId,
        String host,
        boolean active,
        long attempts,
        long taken,
        @Nullable String lastOutcome,
        @Nullable Integer lastStatus,
        @Nullable Instant lastAt) {}
