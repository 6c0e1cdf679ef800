package io.conductatlas.alert.digest;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A week of a subscriber's that is over: closed once, whether there was anything to tell or not. */
@Entity
class DigestPeriod {

    @EmbeddedId
    private Key key;

    private Instant periodEnd;

    @Enumerated(EnumType.STRING)
    private Result outcome;

    private int changes;
    private int noise;
    private Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected DigestPeriod() {}

    DigestPeriod(
            UUID subscriberId, Instant start, Instant end, Result outcome, int changes, int noise, Instant closedAt) {
        this.key = new Key(subscriberId, start);
        this.periodEnd = end;
        this.outcome = outcome;
        this.changes = changes;
        this.noise = noise;
        this.closedAt = closedAt;
    }

    int noise() {
        return noise;
    }

    /** What became of it. */
    enum Result {
        PLANNED,
        EMPTY,
        NOT_WANTED
    }

    /** There is one of each. */
    @Embeddable
    static class Key {

        private UUID subscriberId;
        private Instant periodStart;

        @SuppressWarnings("NullAway.Init")
        protected Key() {}

        Key(UUID subscriberId, Instant periodStart) {
            this.subscriberId = subscriberId;
            this.periodStart = periodStart;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.subscriberId.equals(subscriberId)
                    && key.periodStart.equals(periodStart);
        }

        @Override
        public int hashCode() {
            return Objects.hash(subscriberId, periodStart);
        }
    }
}
