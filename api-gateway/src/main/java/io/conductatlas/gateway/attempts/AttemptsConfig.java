package io.conductatlas.gateway.attempts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often somebody may be wrong: generous for people who mistype, useless for programs that guess. */
@ConfigMapping(prefix = "atlas.attempts")
public interface AttemptsConfig {

    /** The time within which failures are counted, and after which each is forgotten. */
    @WithDefault("15m")
    Duration window();

    /** Failed attempts to sign in to one account from one address, or in one browser that is known for it; at least 1. */
    @WithDefault("10")
    int perPlace();

    /** Failed attempts to sign in from one address, to whatever accounts, in browsers not known for them; at least 1. */
    @WithDefault("30")
    int perAddress();

    /** Failed attempts to sign in to one account from all addresses together, in browsers not known for it; at least 1. */
    @WithDefault("50")
    int perAccount();

    /** API keys from one address that are none of ours; at least 1. */
    @WithDefault("100")
    int keysPerAddress();

    /**
     * How many proxies of ours are in front: so many entries at the end of {@code X-Forwarded-For} are theirs and are
     * believed. With 0 the header is not looked at.
     */
    @WithDefault("0")
    int trustedProxies();
}
