package io.conductatlas.events;

/**
 * Where an object lies in the store, and what it must be.
 *
 * @param key the key in the bucket
 * @param sha256 of the object's own bytes, in lower-case hexadecimal digits; readers check it
 * @param size in bytes
 */
public record ObjectRef(String key, String sha256, long size) {
    public ObjectRef {
        Checks.notBlank("key", key);
        Checks.sha256(sha256);
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative");
        }
    }
}
