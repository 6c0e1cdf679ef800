package io.conductatlas.local.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** One webhook as it came, and whether its signature was right when it came. */
record ReceivedWebhook(
        int number,
        String receivedAt,
        String path,
        String id,
        String timestamp,
        String signature,
        String userAgent,
        boolean verified,
        String fault,
        String body) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The event type its body names. */
    String type() {
        try {
            return JSON.readTree(body).path("type").asText("unknown");
        } catch (JsonProcessingException e) {
            return "not JSON";
        }
    }

    String prettyBody() {
        try {
            return JSON.readTree(body).toPrettyString();
        } catch (JsonProcessingException e) {
            return body;
        }
    }
}
