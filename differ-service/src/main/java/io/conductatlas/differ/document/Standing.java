package io.conductatlas.differ.document;

import io.conductatlas.events.ObjectRef;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How a document stands before a capture of it is looked at.
 *
 * @param textHashes of all texts it ever had
 */
public record Standing(Optional<Present> present, Set<String> textHashes) {
    public Standing {
        textHashes = Set.copyOf(textHashes);
    }

    /**
     * The text that is there.
     *
     * @param contentHash of the captured bytes it was first seen in
     * @param observedAt when it appeared
     */
    public record Present(
            UUID appearanceId, String textHash, ObjectRef markdown, String contentHash, Instant observedAt) {}
}
