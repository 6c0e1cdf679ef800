package io.conductatlas.local.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.conductatlas.events.EventType;
import java.time.Instant;

/** One event as it lies on its topic. */
public record Fact(EventType type, JsonNode body) {
    /** A text in it, empty where there is none. */
    public String text(String field) {
        return body.path(field).asText("");
    }

    /** Platform and document in words. */
    public String subject() {
        return body.path("platform").path("name").asText() + ", "
                + body.path("document").path("name").asText();
    }

    /** Platform and document as they stand in addresses. */
    public String documentPath() {
        return body.path("platform").path("slug").asText() + "/"
                + body.path("document").path("slug").asText();
    }

    /** When the bytes were served, for the events that know. */
    public Instant observedAt() {
        return Instant.parse(text("observedAt"));
    }
}
