package io.conductatlas.differ.document;

import io.conductatlas.events.ObjectRef;
import jakarta.persistence.Embeddable;

/** A reference to an object, as columns. */
@Embeddable
record StoredObject(String key, String sha256, long size) {
    static StoredObject of(ObjectRef ref) {
        return new StoredObject(ref.key(), ref.sha256(), ref.size());
    }

    ObjectRef ref() {
        return new ObjectRef(key, sha256, size);
    }
}
