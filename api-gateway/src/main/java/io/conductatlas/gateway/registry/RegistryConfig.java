package io.conductatlas.gateway.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What sources may be declared. */
@ConfigMapping(prefix = "atlas.sources")
public interface RegistryConfig {

    /** Whether a source may be fetched more often than once an hour: a development setting. */
    @WithDefault("false")
    boolean allowShortCadence();
}
