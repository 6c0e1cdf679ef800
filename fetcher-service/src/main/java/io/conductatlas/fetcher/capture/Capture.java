package io.conductatlas.fetcher.capture;

import io.conductatlas.events.FailureKind;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.Origin;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt to have a source's bytes, whatever came of it. Never changes. */
@Entity
class Capture {

    @Id
    private UUID id;

    private UUID documentId;
    private int sourceRevision;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private @Nullable String contentHash;
    private @Nullable UUID sameAs;
    private @Nullable String warcKey;
    private @Nullable String warcSha256;
    private @Nullable Long warcSize;

    @Enumerated(EnumType.STRING)
    private @Nullable FailureKind failureKind;

    private @Nullable String url;
    private @Nullable Integer status;
    private @Nullable String detail;
    private Instant observedAt;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Capture() {}

    private Capture(
            UUID id,
            UUID documentId,
            int sourceRevision,
            Outcome outcome,
            Origin origin,
            Instant observedAt,
            Instant recordedAt) {
        this.id = id;
        this.documentId = documentId;
        this.sourceRevision = sourceRevision;
        this.outcome = outcome;
        this.origin = origin;
        this.observedAt = observedAt;
        this.recordedAt = recordedAt;
    }

    static Capture recorded(Attempt attempt, String contentHash, ObjectRef warc) {
        Capture capture = attempt.capture(Outcome.RECORDED);
        capture.contentHash = contentHash;
        capture.warcKey = warc.key();
        capture.warcSha256 = warc.sha256();
        capture.warcSize = warc.size();
        return capture;
    }

    static Capture checked(Attempt attempt, String contentHash, UUID sameAs) {
        Capture capture = attempt.capture(Outcome.CHECKED);
        capture.contentHash = contentHash;
        capture.sameAs = sameAs;
        return capture;
    }

    static Capture failed(Attempt attempt, FetchFailure failure) {
        Capture capture = attempt.capture(Outcome.FAILED);
        capture.failureKind = failure.kind();
        capture.url = failure.url();
        capture.status = failure.status().orElse(null);
        capture.detail = failure.detail();
        return capture;
    }

    UUID id() {
        return id;
    }

    Outcome outcome() {
        return outcome;
    }

    Optional<String> contentHash() {
        return Optional.ofNullable(contentHash);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Capture capture && id.equals(capture.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** What came of an attempt. */
    enum Outcome {
        RECORDED,
        CHECKED,
        FAILED
    }

    /** What all attempts have, whatever comes of them. */
    record Attempt(
            UUID id, UUID documentId, int sourceRevision, Origin origin, Instant observedAt, Instant recordedAt) {
        private Capture capture(Outcome outcome) {
            return new Capture(id, documentId, sourceRevision, outcome, origin, observedAt, recordedAt);
        }
    }
}
