package io.conductatlas.delivery;

import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.EventType;
import io.conductatlas.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of records, and trusts nothing: a consumer sees an event that is whole and belongs to its topic, or a
 * {@link PoisonRecord}.
 */
@ApplicationScoped
public class EventReader {

    /** What a value may have at most: what may be told, and some slack for other writers' spaces. */
    static final int MAX_BYTES = EventWriter.MAX_BYTES + 8 * 1024;

    EventReader() {}

    /** @throws PoisonRecord if the record is not a valid event of its topic */
    public AtlasEvent read(ConsumerRecord<String, byte[]> record) {
        EventType type = typeOf(record);
        byte[] value = record.value();
        if (value == null) {
            throw new PoisonRecord("the record has no value");
        }
        if (value.length > MAX_BYTES) {
            throw new PoisonRecord("the value has %d bytes, more than %d".formatted(value.length, MAX_BYTES));
        }
        AtlasEvent event = EventJson.read(type, value);
        requireAgreement(record, event);
        return event;
    }

    private static EventType typeOf(ConsumerRecord<String, byte[]> record) {
        String version = required(record, EventHeaders.SPEC_VERSION);
        if (!version.equals(EventWriter.SPEC_VERSION)) {
            throw new PoisonRecord("CloudEvents " + version + " is not understood");
        }
        String contentType = header(record, EventHeaders.CONTENT_TYPE).orElse(EventWriter.CONTENT_TYPE);
        if (!contentType.toLowerCase(Locale.ROOT).startsWith(EventWriter.CONTENT_TYPE)) {
            throw new PoisonRecord("the content type is " + contentType);
        }
        String typeName = required(record, EventHeaders.TYPE);
        return EventType.named(typeName).orElseThrow(() -> new PoisonRecord("there is no event type " + typeName));
    }

    private static void requireAgreement(ConsumerRecord<String, byte[]> record, AtlasEvent event) {
        String id = required(record, EventHeaders.ID);
        if (!id.equals(event.eventId().toString())) {
            throw new PoisonRecord("the header says id %s, the event %s".formatted(id, event.eventId()));
        }
        if (!Topic.named(record.topic()).equals(Optional.of(event.topic()))) {
            throw new PoisonRecord(
                    "a %s does not belong to %s".formatted(EventType.of(event).typeName(), record.topic()));
        }
        if (!event.key().equals(record.key())) {
            throw new PoisonRecord("the key is not the event's key");
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        return header(record, name).orElseThrow(() -> new PoisonRecord("the header " + name + " is missing"));
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name)).map(EventReader::text);
    }

    private static @Nullable String text(Header header) {
        return header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
