package io.conductatlas.gateway.deadletters;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How dead letters are read and sent again. */
@ConfigMapping(prefix = "atlas.dead-letters")
public interface DeadLettersConfig {

    /** How many letters are sent again each second at most, over all of them. */
    @WithDefault("20")
    int replayPerSecond();

    /** How many open letters of one topic are looked at; a page says when there are more. */
    @WithDefault("2000")
    int mostRead();

    /** How long the broker may take to answer. */
    @WithDefault("10s")
    Duration patience();
}
