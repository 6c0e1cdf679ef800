package io.conductatlas.fetcher.politeness;

import io.conductatlas.events.FailureKind;
import java.time.Duration;
import java.util.Optional;

/** What we may do at a host, as far as we could find out. */
public sealed interface RobotsRules {

    /**
     * The host's will is known.
     *
     * @param allowed whether the page may be fetched
     * @param crawlDelay the pause that the host asks for
     */
    record Known(boolean allowed, Optional<Duration> crawlDelay) implements RobotsRules {}

    /** The host's will cannot be known now, so nothing is fetched. */
    record Unknown(FailureKind kind, String detail) implements RobotsRules {}
}
