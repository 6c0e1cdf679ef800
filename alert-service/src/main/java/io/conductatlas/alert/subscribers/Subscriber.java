package io.conductatlas.alert.subscribers;

import io.conductatlas.events.PlanTerms;
import io.conductatlas.events.Sealed;
import io.conductatlas.events.SubscriberStated;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** Who is told, as last stated, and which digest period is open for them. */
@Entity
public class Subscriber {

    @Id
    private UUID id;

    @Embedded
    @AttributeOverride(name = "keyId", column = @Column(name = "email_key_id"))
    @AttributeOverride(name = "nonce", column = @Column(name = "email_nonce"))
    @AttributeOverride(name = "ciphertext", column = @Column(name = "email_ciphertext"))
    private SealedText email;

    private String addressMark;
    private String locale;
    private String zone;

    @Embedded
    private PlanColumns plan;

    private boolean active;
    private boolean alertMail;
    private boolean digestMail;
    private Instant periodStart;
    private Instant periodEnd;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Subscriber() {}

    Subscriber(UUID id, Instant periodStart, Instant periodEnd, SubscriberStated state, String addressMark) {
        this.id = id;
        this.periodStart = periodStart;
        this.periodEnd = periodEnd;
        this.email = new SealedText(state.email());
        this.addressMark = addressMark;
        this.locale = state.locale();
        this.zone = state.zone().getId();
        this.plan = new PlanColumns(state.plan());
        this.active = state.active();
        this.alertMail = state.alertMail();
        this.digestMail = state.digestMail();
        this.recordedAt = state.recordedAt();
    }

    /** Takes over a newer state. */
    void restate(SubscriberStated state, String newAddressMark) {
        email = new SealedText(state.email());
        addressMark = newAddressMark;
        locale = state.locale();
        zone = state.zone().getId();
        plan = new PlanColumns(state.plan());
        active = state.active();
        alertMail = state.alertMail();
        digestMail = state.digestMail();
        recordedAt = state.recordedAt();
    }

    /** Lets the open period end at another time, because weeks begin elsewhere now. */
    void endPeriodAt(Instant end) {
        periodEnd = end;
    }

    /** Closes the open period; the next begins where it ended. */
    public void beginNextPeriod(Instant end) {
        periodStart = periodEnd;
        periodEnd = end;
    }

    boolean isNewerThan(Instant time) {
        return recordedAt.isAfter(time);
    }

    public UUID id() {
        return id;
    }

    public Sealed email() {
        return email.sealed();
    }

    public String addressMark() {
        return addressMark;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public PlanTerms plan() {
        return plan.terms();
    }

    public boolean active() {
        return active;
    }

    public boolean alertMail() {
        return alertMail;
    }

    public boolean digestMail() {
        return digestMail;
    }

    public Instant periodStart() {
        return periodStart;
    }

    public Instant periodEnd() {
        return periodEnd;
    }
}
