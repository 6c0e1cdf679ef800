package io.conductatlas.differ.document;

import io.conductatlas.events.ObjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How a document stands before a capture of it is looked at.
 *
 * @param history its last appearances, the oldest first; the last is what is there
 * @param textHashes of all texts it ever had
 * @param siblings the texts of the platform's other documents, as many as are looked at
 * @param siblingChanges changes of meaning of those documents not long ago, the oldest first
 */
public record Standing(
        List<Seen> history, Set<String> textHashes, List<Sibling> siblings, List<SiblingChange> siblingChanges) {
    public Standing {
        history = List.copyOf(history);
        textHashes = Set.copyOf(textHashes);
        siblings = List.copyOf(siblings);
        siblingChanges = List.copyOf(siblingChanges);
    }

    /** The text that is there. */
    public Optional<Seen> present() {
        return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
    }

    /**
     * A text that was there from a time on.
     *
     * @param wordingHash of what it says, whatever its form
     * @param contentHash of the captured bytes it was first seen in
     * @param observedAt when it appeared
     */
    public record Seen(
            UUID appearanceId,
            String versionId,
            String textHash,
            String wordingHash,
            ObjectRef markdown,
            String contentHash,
            Instant observedAt) {}

    /** What another document of the platform shows. */
    public record Sibling(UUID documentId, ObjectRef markdown) {}

    /** A change of another document of the platform, with both of its texts. */
    public record SiblingChange(
            UUID documentId,
            String changeId,
            String fromVersion,
            ObjectRef before,
            String toVersion,
            ObjectRef after,
            Instant observedAt) {}
}
