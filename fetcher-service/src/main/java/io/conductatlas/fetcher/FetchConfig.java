package io.conductatlas.fetcher;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is fetched at once, how gently, and when it is tried again. */
@ConfigMapping(prefix = "atlas.fetch")
public interface FetchConfig {

    /** Whether this instance fetches at all; without it, it still learns sources and takes over archives. */
    @WithDefault("true")
    boolean enabled();

    /** Sources that one instance fetches at the same time. */
    @WithDefault("8")
    int concurrency();

    /** How often an idle instance looks for what is due. */
    @WithDefault("500ms")
    Duration lookEvery();

    /**
     * How long a source belongs to the instance that took it; renewed three times within that time while the fetch is under
     * way. What an instance that died was fetching is taken over when it is over, a minute after its death at the latest.
     */
    @WithDefault("45s")
    Duration lease();

    /** The most of a wait for a second host that another fetch is at. */
    @WithDefault("150s")
    Duration mostWaitForHost();

    /** The least pause between two requests to a host. */
    @WithDefault("2s")
    Duration leastPause();

    /** The most that a slow answer stretches the pause to. */
    @WithDefault("30s")
    Duration mostSlownessPause();

    /** The pause between two requests to this machine, which only development can reach. */
    @WithDefault("2s")
    Duration loopbackDelay();

    /** The most of a wait between two pages of one source; longer crawl delays are kept between sources only. */
    @WithDefault("60s")
    Duration mostWaitWithin();

    /** How long robots rules are believed. */
    @WithDefault("6h")
    Duration robotsFor();

    /** How long it is believed that robots rules cannot be had. */
    @WithDefault("1h")
    Duration robotsFailureFor();

    /** The pause after a first failure that time may heal; doubled with each further one. */
    @WithDefault("1m")
    Duration firstRetry();

    /** The longest pause after failures. */
    @WithDefault("6h")
    Duration longestRetry();

    /** The longest that a server may ask us to stay away. */
    @WithDefault("24h")
    Duration mostRetryAfter();

    /** The page that tells site owners who we are. */
    @WithDefault("https://conductatlas.example/bot")
    String contactPage();

    /** Where site owners reach a person. */
    @WithDefault("crawler@conductatlas.example")
    String contactMail();
}
