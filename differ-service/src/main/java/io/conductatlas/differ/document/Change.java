package io.conductatlas.differ.document;

import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.Origin;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lies between two appearances of a document's texts. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries and people read
class Change {

    @Id
    private String id;

    private UUID platformId;
    private UUID documentId;
    private UUID fromAppearance;
    private UUID toAppearance;

    @Enumerated(EnumType.STRING)
    private ChangeClass changeClass;

    private double significance;
    private int inserted;
    private int deleted;
    private int edited;
    private int moved;
    private int wordsAdded;
    private int wordsRemoved;

    @Embedded
    @AttributeOverride(name = "key", column = @Column(name = "hunks_key"))
    @AttributeOverride(name = "sha256", column = @Column(name = "hunks_sha256"))
    @AttributeOverride(name = "size", column = @Column(name = "hunks_size"))
    private StoredObject hunks;

    private @Nullable LocalDate effectiveDate;
    private @Nullable LocalDate publishedDate;
    private @Nullable UUID groupId;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private Instant observedAt;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Change() {}

    Change(ChangeDetected detected) {
        this.id = detected.changeId();
        this.platformId = detected.platform().id();
        this.documentId = detected.document().id();
        this.fromAppearance = detected.from().appearanceId();
        this.toAppearance = detected.to().appearanceId();
        this.changeClass = detected.changeClass();
        this.significance = detected.significance();
        this.inserted = detected.counts().inserted();
        this.deleted = detected.counts().deleted();
        this.edited = detected.counts().edited();
        this.moved = detected.counts().moved();
        this.wordsAdded = detected.counts().wordsAdded();
        this.wordsRemoved = detected.counts().wordsRemoved();
        this.hunks = StoredObject.of(detected.hunks());
        this.effectiveDate = detected.effectiveDate();
        this.publishedDate = detected.publishedDate();
        this.groupId = detected.groupId();
        this.origin = detected.origin();
        this.observedAt = detected.observedAt();
        this.recordedAt = detected.recordedAt();
    }

    String id() {
        return id;
    }

    UUID documentId() {
        return documentId;
    }

    UUID fromAppearance() {
        return fromAppearance;
    }

    UUID toAppearance() {
        return toAppearance;
    }

    Instant observedAt() {
        return observedAt;
    }

    Optional<UUID> groupId() {
        return Optional.ofNullable(groupId);
    }

    void joins(UUID group) {
        groupId = group;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Change change && id.equals(change.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
