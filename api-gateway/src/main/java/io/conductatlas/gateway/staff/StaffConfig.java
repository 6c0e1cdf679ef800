package io.conductatlas.gateway.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the first of our staff come in. */
@ConfigMapping(prefix = "atlas.staff")
public interface StaffConfig {

    /** The password of the account {@code staff}, taken over at the first start only. */
    Optional<String> password();

    /** An API key with the staff scope, made at start if it is not there, of at least 24 characters. */
    Optional<String> key();

    /** How long a session in a browser lasts. */
    @WithDefault("12h")
    Duration session();
}
