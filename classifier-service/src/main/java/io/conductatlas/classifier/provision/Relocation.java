package io.conductatlas.classifier.provision;

import io.conductatlas.clauses.detection.DetectedProvision;
import java.util.List;
import java.util.UUID;

/**
 * A passage that left one document of a platform for another.
 *
 * @param wordsLost what it said and no longer says
 */
public record Relocation(Passage from, Passage to, List<String> wordsLost) {
    public Relocation {
        wordsLost = List.copyOf(wordsLost);
    }

    /** A stretch of a Version's text, with the Change it went or came with. */
    public record Passage(UUID documentId, String changeId, String versionId, int start, int end) {

        /** Whether words of a provision of that Version stand in it. */
        public boolean holds(DetectedProvision provision) {
            return provision.quotes().stream().anyMatch(quote -> quote.start() < end && start < quote.end());
        }
    }
}
