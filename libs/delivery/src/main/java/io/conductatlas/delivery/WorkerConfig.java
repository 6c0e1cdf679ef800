package io.conductatlas.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The threads on which consumers compute and wait. */
@ConfigMapping(prefix = "atlas.worker")
public interface WorkerConfig {

    @WithDefault("8")
    int threads();

    /** After how long Vert.x warns of a piece of work that is still running. */
    @WithDefault("2M")
    Duration warnAfter();
}
