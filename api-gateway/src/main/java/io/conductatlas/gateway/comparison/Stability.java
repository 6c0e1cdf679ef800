package io.conductatlas.gateway.comparison;

import io.conductatlas.gateway.readmodel.ProvisionView;
import java.time.Duration;
import java.time.Instant;

/**
 * How steady a clause has been.
 *
 * @param changes how many Changes touched it
 * @param months how long it has been watched, of 30 days each, at least 1
 * @param firstSeenAt when the first Version with it was observed
 * @param lastSeenAt when the last Version with it was observed
 */
public record Stability(int changes, long months, Instant firstSeenAt, Instant lastSeenAt) {
    private static final long MONTH = 30;

    static Stability of(ProvisionView provision, Instant now) {
        long days = Duration.between(provision.firstSeenAt(), now).toDays();
        return new Stability(
                provision.changes(), Math.max(1, days / MONTH), provision.firstSeenAt(), provision.lastSeenAt());
    }
}
