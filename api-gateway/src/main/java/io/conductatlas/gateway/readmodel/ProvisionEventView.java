package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.Direction;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.events.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one Change did to a provision. */
public record ProvisionEventView(
        String changeId,
        ProvisionEffect effect,
        Severity severity,
        Direction direction,
        Instant observedAt,
        @Nullable String title) {}
