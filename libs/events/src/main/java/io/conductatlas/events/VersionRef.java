package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;

/**
 * One appearance of a Version: a text that was there from a time on.
 *
 * @param id the permanent id, for example {@code CA-V-000123}
 * @param number the Version's place in its document, from 1
 * @param textHash SHA-256 of the Markdown, which makes the Version unique in its document
 * @param markdown the archived text
 * @param text sections and sentences with offsets, as JSON
 * @param appearanceId this appearance of it; a text that comes back is the same Version with a further appearance
 * @param observedAt when the appearance began
 */
public record VersionRef(
        String id,
        int number,
        String textHash,
        ObjectRef markdown,
        ObjectRef text,
        UUID appearanceId,
        Instant observedAt) {
    public VersionRef {
        Checks.publicId("V", id);
        Checks.atLeast("number", 1, number);
        Checks.sha256(textHash);
    }
}
