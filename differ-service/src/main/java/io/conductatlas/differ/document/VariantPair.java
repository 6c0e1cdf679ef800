package io.conductatlas.differ.document;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two texts of a document that alternate. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries and people read
class VariantPair {

    @EmbeddedId
    private Key key;

    private int flips;
    private Instant toldAt;

    @SuppressWarnings("NullAway.Init")
    protected VariantPair() {}

    VariantPair(Key key, Instant toldAt) {
        this.key = key;
        this.flips = 1;
        this.toldAt = toldAt;
    }

    void flipped() {
        flips++;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VariantPair pair && key.equals(pair.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** Which two; the one with the smaller number first. */
    @Embeddable
    record Key(UUID documentId, String firstVersion, String secondVersion) implements Serializable {
        static Key of(UUID documentId, Version one, Version other) {
            boolean inOrder = one.number() < other.number();
            return new Key(documentId, (inOrder ? one : other).id(), (inOrder ? other : one).id());
        }
    }
}
