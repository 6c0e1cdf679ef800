package io.conductatlas.delivery;

import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes records of events. */
@ApplicationScoped
public class EventWriter {

    /** What an event may have at most; what is larger lies in the object store and is referred to. */
    public static final int MAX_BYTES = 64 * 1024;

    static final String SPEC_VERSION = "1.0";
    static final String CONTENT_TYPE = "application/json";

    private final String source;

    /** @param service who tells: becomes the CloudEvents {@code source} */
    public EventWriter(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.source = "/conductatlas/" + service;
    }

    /** @throws IllegalArgumentException if the event is larger than {@value #MAX_BYTES} bytes */
    public OutgoingEvent write(AtlasEvent event) {
        byte[] value = EventJson.write(event);
        if (value.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "event %s has %d bytes, more than %d: put the large part into the archive"
                            .formatted(event.eventId(), value.length, MAX_BYTES));
        }
        EventType type = EventType.of(event);
        return new OutgoingEvent(
                event.eventId(),
                event.topic().topicName(),
                event.key(),
                event.partitionKey(),
                type.typeName(),
                headers(event, type),
                value);
    }

    private Map<String, String> headers(AtlasEvent event, EventType type) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EventHeaders.SPEC_VERSION, SPEC_VERSION);
        headers.put(EventHeaders.ID, event.eventId().toString());
        headers.put(EventHeaders.TYPE, type.typeName());
        headers.put(EventHeaders.SOURCE, source);
        headers.put(EventHeaders.SUBJECT, event.subject());
        headers.put(EventHeaders.TIME, event.recordedAt().toString());
        headers.put(EventHeaders.DATA_SCHEMA, type.dataSchema());
        headers.put(EventHeaders.PARTITION_KEY, event.partitionKey());
        headers.put(EventHeaders.CONTENT_TYPE, CONTENT_TYPE);
        return headers;
    }
}
