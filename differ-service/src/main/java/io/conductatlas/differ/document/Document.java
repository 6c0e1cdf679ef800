package io.conductatlas.differ.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One agreement in one variant: how many texts it has had, and which is there at present. */
@Entity
class Document {

    @Id
    private UUID id;

    private UUID platformId;
    private int versions;
    private @Nullable UUID currentAppearance;
    private Instant lastCaptureAt;

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    Document(UUID id, UUID platformId, Instant at) {
        this.id = id;
        this.platformId = platformId;
        this.lastCaptureAt = at;
    }

    UUID id() {
        return id;
    }

    UUID platformId() {
        return platformId;
    }

    Optional<UUID> currentAppearance() {
        return Optional.ofNullable(currentAppearance);
    }

    int nextNumber() {
        return ++versions;
    }

    void shows(UUID appearance) {
        currentAppearance = appearance;
    }

    void capturedAt(Instant at) {
        if (at.isAfter(lastCaptureAt)) {
            lastCaptureAt = at;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Document document && id.equals(document.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
