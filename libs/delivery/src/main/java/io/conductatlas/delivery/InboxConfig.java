package io.conductatlas.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long it is remembered what was done. */
@ConfigMapping(prefix = "atlas.inbox")
public interface InboxConfig {

    /** Longer than any event can be delivered again; replays from dead letters included. */
    @WithDefault("400D")
    Duration keep();
}
