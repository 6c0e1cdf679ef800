package io.conductatlas.events;

import java.util.UUID;

/**
 * A stretch of a Version's text that moved between documents.
 *
 * @param documentId whose text it is
 * @param changeId the Change with which it went or came, for example {@code CA-C-000123}
 * @param versionId the Version in whose text the offsets count, for example {@code CA-V-000123}
 * @param start the offset of its first character
 * @param end the offset just after its last character
 */
public record RelocatedPassage(UUID documentId, String changeId, String versionId, int start, int end) {
    public RelocatedPassage {
        Checks.publicId("C", changeId);
        Checks.publicId("V", versionId);
        Checks.atLeast("start", 0, start);
        Checks.atLeast("end", start, end);
    }
}
