package io.conductatlas.fetcher.fetch;

import io.conductatlas.events.FailureKind;
import io.conductatlas.fetcher.capture.FetchFailure;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When a source that failed is tried again.
 *
 * @param first the pause after the first failure that time may heal
 * @param longest the longest pause
 * @param random numbers from 0 to 1
 */
record RetryPolicy(Duration first, Duration longest, DoubleSupplier random) {

    private static final int MOST_DOUBLINGS = 20;
    private static final double JITTER = 0.2;

    /**
     * The pause after the {@code streak}th failure in a row.
     *
     * <p>What the server asked for comes first. What somebody must repair is looked at as often as the source anyway is;
     * what passes by itself is tried soon, then ever more rarely.
     */
    Duration pause(FetchFailure failure, int streak, Duration cadence) {
        Duration usual = passes(failure.kind()) ? backOff(streak) : shorter(cadence, longest);
        return failure.retryAfter().filter(asked -> asked.compareTo(usual) > 0).orElse(usual);
    }

    private Duration backOff(int streak) {
        Duration doubled = first.multipliedBy(1L << Math.min(streak - 1, MOST_DOUBLINGS));
        double factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
        return Duration.ofMillis((long) (shorter(doubled, longest).toMillis() * factor));
    }

    private static boolean passes(FailureKind kind) {
        return switch (kind) {
            case DNS, CONNECT, TIMEOUT, RESET, TOO_MANY_REQUESTS, SERVER_ERROR, ROBOTS_UNREACHABLE, EMPTY, OTHER ->
                true;
            default -> false;
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
