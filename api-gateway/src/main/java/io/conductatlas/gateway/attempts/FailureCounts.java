package io.conductatlas.gateway.attempts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When each of many keys, such as accounts or addresses, failed of late. It remembers a limited number of keys, those that
 * failed last, and of each no more failures than its limit: whoever floods it takes no more memory. Safe for use by several
 * threads.
 */
final class FailureCounts {

    private final int limit;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Deque<Instant>> failures;

    /** @param mostKeys how many keys are remembered */
    FailureCounts(int limit, Duration window, int mostKeys, Clock clock) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of attempts is at least 1, not " + limit);
        }
        this.limit = limit;
        this.window = window;
        this.clock = clock;
        this.failures = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                return size() > mostKeys;
            }
        };
    }

    /** How long {@code key} has to wait; zero if it may try now. */
    synchronized Duration pause(String key) {
        Instant now = clock.instant();
        Deque<Instant> recent = recent(key, now);
        return recent.size() < limit
                ? Duration.ZERO
                : Duration.between(now, recent.getFirst().plus(window));
    }

    /** Counts a failure of {@code key}; of more than the limit the oldest is forgotten. */
    synchronized void add(String key) {
        Instant now = clock.instant();
        Deque<Instant> recent = recent(key, now);
        if (recent.size() == limit) {
            recent.removeFirst();
        }
        recent.addLast(now);
        failures.put(key, recent);
    }

    /** Takes back the failure of {@code key} that was counted last, which was none. */
    synchronized void takeBack(String key) {
        Deque<Instant> recent = failures.get(key);
        if (recent != null) {
            recent.pollLast();
            if (recent.isEmpty()) {
                failures.remove(key);
            }
        }
    }

    /** Forgets all failures of {@code key}. */
    synchronized void forget(String key) {
        failures.remove(key);
    }

    synchronized int keys() {
        return failures.size();
    }

    /** Those within the window; what a clock that was set back left in the future is none of them. */
    private Deque<Instant> recent(String key, Instant now) {
        Deque<Instant> recent = failures.getOrDefault(key, new ArrayDeque<>());
        recent.removeIf(at -> at.isAfter(now) || !at.isAfter(now.minus(window)));
        return recent;
    }
}
