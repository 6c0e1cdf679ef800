package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.ReviewVerdict;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What our staff decided about something the pipeline found. Who decided is in the audit log and not told here.
 *
 * @param subject what it is about: a provision's or a change's public id, or a capture's UUID
 * @param title what it is about, in words
 * @param correction what is right instead, by the name of the field; empty unless it was corrected
 * @param reason why, in the reviewer's words
 */
public record ReviewView(
        UUID id,
        Kind kind,
        String subject,
        String title,
        PlatformName platform,
        DocumentName document,
        ReviewVerdict verdict,
        Map<String, String> correction,
        String reason,
        Instant recordedAt) {

    public ReviewView {
        correction = Map.copyOf(correction);
    }

    /** What was reviewed. */
    public enum Kind {
        CAPTURE,
        PROVISION,
        ASSESSMENT
    }
}
