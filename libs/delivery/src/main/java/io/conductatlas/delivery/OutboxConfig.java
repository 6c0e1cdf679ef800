package io.conductatlas.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is emptied. */
@ConfigMapping(prefix = "atlas.outbox")
public interface OutboxConfig {

    /** Whether this instance takes part in telling; off for a process that only writes. */
    @WithDefault("true")
    boolean relay();

    /** How often the relay looks of its own accord. */
    @WithDefault("100MS")
    Duration every();

    /** How many events are told in one transaction at most. */
    @WithDefault("500")
    int batch();

    /** When an event that the broker did not acknowledge counts as failed; it is told again then. */
    @WithDefault("20S")
    Duration deliveryTimeout();

    /** How long told events are kept for those who look for them. */
    @WithDefault("7D")
    Duration keep();

    /** How long a stopping service waits for the batch at hand. */
    @WithDefault("15S")
    Duration stopWithin();
}
