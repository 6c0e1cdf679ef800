package io.conductatlas.differ.document;

import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.Origin;
import io.conductatlas.events.VersionRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a text was there, from when to when. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries and people read
class Appearance {

    @Id
    private UUID id;

    private UUID documentId;

    @ManyToOne(fetch = FetchType.EAGER)
    private Version version;

    private int place;
    private UUID captureId;
    private int sourceRevision;
    private String contentHash;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private Instant observedAt;
    private @Nullable Instant goneAt;

    @SuppressWarnings("NullAway.Init")
    protected Appearance() {}

    /** @param place counts the document's appearances from 1 */
    Appearance(UUID id, Version version, int place, CaptureRecorded capture) {
        this.id = id;
        this.documentId = capture.document().id();
        this.version = version;
        this.place = place;
        this.captureId = capture.captureId();
        this.sourceRevision = capture.sourceRevision();
        this.contentHash = capture.contentHash();
        this.origin = capture.origin();
        this.observedAt = capture.observedAt();
    }

    UUID id() {
        return id;
    }

    UUID documentId() {
        return documentId;
    }

    Version version() {
        return version;
    }

    int place() {
        return place;
    }

    String contentHash() {
        return contentHash;
    }

    Instant observedAt() {
        return observedAt;
    }

    void endsAt(Instant at) {
        if (goneAt == null) {
            goneAt = at;
        }
    }

    VersionRef ref() {
        return new VersionRef(
                version.id(), version.number(), version.textHash(), version.markdown(), version.text(), id, observedAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Appearance appearance && id.equals(appearance.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
