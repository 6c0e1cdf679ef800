package io.conductatlas.alert.digest;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change that waits for, or was part of, one subscriber's digest. */
@Entity
class DigestEntry {

    @EmbeddedId
    private Key key;

    private UUID subscriptionId;
    private Instant enteredAt;
    private @Nullable Instant periodStart;

    @SuppressWarnings("NullAway.Init")
    protected DigestEntry() {}

    DigestEntry(UUID subscriberId, String changeId, UUID subscriptionId, Instant enteredAt) {
        this.key = new Key(subscriberId, changeId);
        this.subscriptionId = subscriptionId;
        this.enteredAt = enteredAt;
    }

    void goInto(Instant period) {
        periodStart = period;
    }

    String changeId() {
        return key.changeId;
    }

    /** One change is in one digest of a subscriber only. */
    @Embeddable
    static class Key {

        private UUID subscriberId;
        private String changeId;

        @SuppressWarnings("NullAway.Init")
        protected Key() {}

        Key(UUID subscriberId, String changeId) {
            this.subscriberId = subscriberId;
            this.changeId = changeId;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.subscriberId.equals(subscriberId) && key.changeId.equals(changeId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(subscriberId, changeId);
        }
    }
}
