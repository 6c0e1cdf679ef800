package io.conductatlas.classifier.provision;

/**
 * A provision that was in another document of the platform, and may be in a passage that came from there.
 *
 * @param provision as it was read there last
 * @param document the other document's name
 */
public record Arrival(Relocation relocation, KnownProvision provision, String document) {}
