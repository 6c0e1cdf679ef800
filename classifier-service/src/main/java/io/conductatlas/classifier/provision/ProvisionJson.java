package io.conductatlas.classifier.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.clauses.detection.DetectedProvision;

/** A provision as its row keeps it. */
final class ProvisionJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ProvisionJson() {}

    static String write(DetectedProvision provision) {
        try {
            return JSON.writeValueAsString(provision);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a provision cannot be written as JSON", e);
        }
    }

    static DetectedProvision read(String body) {
        try {
            return JSON.readValue(body, DetectedProvision.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored provision cannot be read", e);
        }
    }
}
