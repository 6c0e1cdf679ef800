package io.conductatlas.gateway.comparison;

import io.conductatlas.gateway.readmodel.ProvisionView;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How steady a clause has been.
 *
 * @param changes how many Changes touched it
 * @param months how long it has been watched, of 30 days each, at least 1
 * @param days the same in days, at least 1
 * @param firstSeenAt when the first Version with it was observed
 * @param lastSeenAt when it was last seen: by the latest check of its document while it is there, or else in the last Version with it
 */
public record Stability(int changes, long months, long days, Instant firstSeenAt, Instant lastSeenAt) {
    private static final long MONTH = 30;

    /** @param checkedAt when its document was last looked at; null where that is not known */
    static Stability of(ProvisionView provision, @Nullable Instant checkedAt) {
        Instant lastSeen = provision.lastSeenAt();
        if (provision.present() && checkedAt != null && checkedAt.isAfter(lastSeen)) {
            lastSeen = checkedAt;
        }
        long days = Duration.between(provision.firstSeenAt(), lastSeen).toDays();
        return new Stability(
                provision.changes(), Math.max(1, days / MONTH), Math.max(1, days), provision.firstSeenAt(), lastSeen);
    }
}
