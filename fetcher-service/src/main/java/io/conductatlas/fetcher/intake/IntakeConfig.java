package io.conductatlas.fetcher.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who may hand in captures, and how large they may be. */
@ConfigMapping(prefix = "atlas.intake")
public interface IntakeConfig {

    /** What callers must know; without it nobody gets in. */
    Optional<String> token();

    /** The largest content of one capture, in bytes. */
    @WithDefault("20971520")
    int maxBytes();

    /** How far ahead of our clock an observation may be. */
    @WithDefault("5m")
    Duration mostAhead();
}
