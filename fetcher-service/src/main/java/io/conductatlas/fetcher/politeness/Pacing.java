package io.conductatlas.fetcher.politeness;

import io.conductatlas.fetcher.FetchConfig;
import java.time.Duration;
import java.util.Optional;

/** How long a host is left alone between two requests. */
public final class Pacing {

    private static final int SLOWNESS_FACTOR = 5;
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration MOST_FOR_FAILING_HOSTS = Duration.ofMinutes(10);
    /** Longer than any pause, so that one beyond it can only come from a clock that was set back. */
    static final Duration BEYOND_ANY_PAUSE = Duration.ofHours(25);

    private final FetchConfig config;

    public Pacing(FetchConfig config) {
        this.config = config;
    }

    /**
     * The pause after a request.
     *
     * @param lastRequest how long the request took
     * @param crawlDelay what robots.txt asks for
     * @param failures how many visits in a row the host did not answer
     */
    public Duration after(Duration lastRequest, Optional<Duration> crawlDelay, int failures, boolean loopback) {
        if (loopback) {
            return config.loopbackDelay();
        }
        Duration slowness = shorter(lastRequest.multipliedBy(SLOWNESS_FACTOR), config.mostSlownessPause());
        Duration usual = longer(longer(config.leastPause(), slowness), crawlDelay.orElse(Duration.ZERO));
        if (failures == 0) {
            return usual;
        }
        Duration doubled = usual.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return longer(usual, shorter(doubled, MOST_FOR_FAILING_HOSTS));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
