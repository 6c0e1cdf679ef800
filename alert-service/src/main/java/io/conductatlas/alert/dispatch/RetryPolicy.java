package io.conductatlas.alert.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When a delivery that did not come through is tried again.
 *
 * @param pauses before the second try, the third, and so on
 * @param lastRepeats whether the last pause goes on for ever; otherwise there are as many further tries as pauses
 * @param deadline no try later than this after the first was due
 * @param jitter by which share a pause is made shorter or longer at random, so that what failed together does not come
 *     back together
 * @param random from 0 (inclusive) to 1
 */
public record RetryPolicy(
        List<Duration> pauses, boolean lastRepeats, Duration deadline, double jitter, DoubleSupplier random) {

    /** The longest that the other side may ask us to stay away. */
    static final Duration MOST_ASKED = Duration.ofHours(24);

    public RetryPolicy {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty() || pauses.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("a retry policy has pauses, none of them negative");
        }
        if (!(jitter >= 0 && jitter < 1)) {
            throw new IllegalArgumentException("jitter must be from 0 to 1, was " + jitter);
        }
    }

    /**
     * The pause to make after a try that failed; empty when there is nothing left to try.
     *
     * @param attempt how many tries there were
     * @param sinceFirst how long ago the first was due
     * @param asked how long the other side asked us to wait
     */
    public Optional<Duration> pauseAfter(int attempt, Duration sinceFirst, Optional<Duration> asked) {
        if (attempt > pauses.size() && !lastRepeats) {
            return Optional.empty();
        }
        Duration planned = pauses.get(Math.min(attempt, pauses.size()) - 1);
        double factor = 1 - jitter + 2 * jitter * random.getAsDouble();
        Duration pause = Duration.ofMillis(Math.round(planned.toMillis() * factor));
        if (asked.isPresent()) {
            pause = longer(pause, shorter(asked.get(), MOST_ASKED));
        }
        return sinceFirst.plus(pause).compareTo(deadline) > 0 ? Optional.empty() : Optional.of(pause);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
