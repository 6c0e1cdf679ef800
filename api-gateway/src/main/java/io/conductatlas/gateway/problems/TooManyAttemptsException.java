package io.conductatlas.gateway.problems;

import java.time.Duration;

/** Too many passwords or keys were wrong. It does not tell whose. */
public class TooManyAttemptsException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    /** @param pause how long to wait, more than zero */
    public TooManyAttemptsException(Duration pause) {
        super(
                "too-many-attempts",
                "Too many attempts",
                429,
                "The name, the password or the key was wrong too often. Try again in %s."
                        .formatted(words(seconds(pause))));
        this.seconds = seconds(pause);
    }

    /** The header {@code Retry-After}. */
    String retryAfter() {
        return Long.toString(seconds);
    }

    private static long seconds(Duration pause) {
        return Math.max(1, (pause.toMillis() + 999) / 1000);
    }

    private static String words(long seconds) {
        long minutes = (seconds + 59) / 60;
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
