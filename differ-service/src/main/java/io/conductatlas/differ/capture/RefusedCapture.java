package io.conductatlas.differ.capture;

import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.ReviewVerdict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A capture that was not let in, with all it takes to let it in after all. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries and people read
class RefusedCapture {

    @Id
    private UUID captureId;

    private UUID documentId;
    private UUID platformId;
    private String reason;
    private String detail;
    private boolean mayPersist;
    private @Nullable String textHash;
    private String event;
    private Instant observedAt;
    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewVerdict verdict;

    private @Nullable Instant reviewedAt;

    @SuppressWarnings("NullAway.Init")
    protected RefusedCapture() {}

    /** @param event the capture's own event, as JSON */
    RefusedCapture(CaptureRecorded capture, Finding.Refused refused, String event, Instant recordedAt) {
        this.captureId = capture.captureId();
        this.documentId = capture.document().id();
        this.platformId = capture.platform().id();
        this.reason = refused.reason();
        this.detail = refused.detail();
        this.mayPersist = refused.mayPersist();
        this.textHash = refused.textHash().orElse(null);
        this.event = event;
        this.observedAt = capture.observedAt();
        this.recordedAt = recordedAt;
    }

    String event() {
        return event;
    }

    Instant observedAt() {
        return observedAt;
    }

    boolean mayPersist() {
        return mayPersist && verdict == null;
    }

    void reviewed(ReviewVerdict by, Instant at) {
        if (verdict == null) {
            verdict = by;
            reviewedAt = at;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RefusedCapture capture && captureId.equals(capture.captureId);
    }

    @Override
    public int hashCode() {
        return captureId.hashCode();
    }
}
