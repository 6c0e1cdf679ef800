package io.conductatlas.classifier.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.VersionRef;
import java.time.Instant;

/** A Version as an event told of it, with all that is needed to read it once more. */
public record Appearance(PlatformRef platform, DocumentRef document, VersionRef version, Instant observedAt) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an appearance cannot be written as JSON", e);
        }
    }

    static Appearance read(String json) {
        try {
            return JSON.readValue(json, Appearance.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored appearance cannot be read", e);
        }
    }
}
