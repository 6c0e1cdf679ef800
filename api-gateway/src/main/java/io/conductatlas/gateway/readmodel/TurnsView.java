package io.conductatlas.gateway.readmodel;

import java.time.Instant;

/**
 * Two texts of a document that take turns.
 *
 * @param versionA the id of the Version seen first
 * @param versionB the id of the one it takes turns with
 * @param flapping whether the first came back within a day, as experiments do
 * @param observedAt when it came back
 */
public record TurnsView(
        PlatformName platform,
        DocumentName document,
        String versionA,
        String versionB,
        boolean flapping,
        Instant observedAt) {}
