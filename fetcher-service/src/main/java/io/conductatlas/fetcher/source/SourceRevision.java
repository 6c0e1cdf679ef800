package io.conductatlas.fetcher.source;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One state of a source, word for word as it was declared. */
@Entity
class SourceRevision {

    @EmbeddedId
    private Key key;

    private String declaration;
    private Instant declaredAt;

    @SuppressWarnings("NullAway.Init")
    protected SourceRevision() {}

    SourceRevision(UUID documentId, int revision, String declaration, Instant declaredAt) {
        this.key = new Key(documentId, revision);
        this.declaration = declaration;
        this.declaredAt = declaredAt;
    }

    String declaration() {
        return declaration;
    }

    Instant declaredAt() {
        return declaredAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceRevision revision && key.equals(revision.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** Which state of which source. */
    @Embeddable
    record Key(UUID documentId, int revision) implements Serializable {}
}
