package io.conductatlas.alert.subscribers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A mail address that is not written to any more. */
@Entity
class Suppression {

    @Id
    private String addressMark;

    private String reason;
    private Instant suppressedAt;

    @SuppressWarnings("NullAway.Init")
    protected Suppression() {}

    Suppression(String addressMark, String reason, Instant suppressedAt) {
        this.addressMark = addressMark;
        this.reason = reason;
        this.suppressedAt = suppressedAt;
    }

    String addressMark() {
        return addressMark;
    }

    String reason() {
        return reason;
    }

    Instant suppressedAt() {
        return suppressedAt;
    }
}
