package io.conductatlas.delivery;

import java.util.Map;
import java.util.UUID;

/** An event as it will stand in its topic. The headers keep their order. */
@SuppressWarnings("ArrayRecordComponent") // a carrier between writer and row, never compared
public record OutgoingEvent(
        UUID eventId,
        String topic,
        String key,
        String partitionKey,
        String type,
        Map<String, String> headers,
        byte[] value) {}
