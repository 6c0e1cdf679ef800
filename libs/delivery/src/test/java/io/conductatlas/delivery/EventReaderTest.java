package io.conductatlas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.EventType;
import io.conductatlas.events.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private final EventReader reader = new EventReader();
    private final EventWriter writer = new EventWriter("test");

    static Stream<AtlasEvent> events() {
        return Stream.of(
                Events.aCheck(), Events.aPlatformDeclared("Ünïcode “quoted” 🦉"), Events.aSource(Events.aPlatform()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsWhatWasWritten(AtlasEvent event) {
        assertThat(reader.read(recordOf(writer.write(event)))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesWhatTheSchemaSays(AtlasEvent event) throws IOException {
        EventType type = EventType.of(event);
        try (InputStream schema = EventType.class.getResourceAsStream("/schemas/" + type.schemaName() + ".json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(new ObjectMapper()
                                    .readTree(writer.write(event).value())))
                    .isEmpty();
        }
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        AtlasEvent event = Events.aCheck();

        ConsumerRecord<String, byte[]> record =
                changed(event, json -> json.replaceFirst("\\{", "{\"brandNew\":[1,{}],"));

        assertThat(reader.read(record)).isEqualTo(event);
    }

    @Test
    void acceptsAContentTypeWithACharset() {
        AtlasEvent event = Events.aCheck();

        assertThat(reader.read(withHeader(event, EventHeaders.CONTENT_TYPE, "Application/JSON; charset=utf-8")))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"eventId\"     | \"eventIdentity\"", // the id is missing
                "\"slug\"        | \"slugg\"", // something deep inside is missing
                "\"notModified\" | \"modified\"", // a truth value is missing
                "\"sourceRevision\":1 | \"sourceRevision\":\"1\"", // a text where a number belongs
                "\"LIVE\"        | \"ALIVE\"", // an unknown origin
                "\"LIVE\"        | 0", // an enum by number
                "2026-03-02T12:00:00Z | yesterday"
            })
    void whatIsNotWholeIsPoison(String text, String replacement) {
        ConsumerRecord<String, byte[]> record = changed(Events.aCheck(), json -> {
            assertThat(json).contains(text.strip());
            return json.replace(text.strip(), replacement.strip());
        });

        assertThatThrownBy(() -> reader.read(record)).isInstanceOf(PoisonRecord.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"eventId\":", "3", "\"text\"", "{} {}"})
    void whatIsNoEventIsPoison(String value) {
        assertThatThrownBy(() -> reader.read(changed(Events.aCheck(), json -> value)))
                .isInstanceOf(PoisonRecord.class);
    }

    @Test
    void deepNestingIsPoisonAndNotAStackOverflow() {
        assertThatThrownBy(() -> reader.read(changed(
                        Events.aCheck(), json -> json.replaceFirst("\\{", "{\"x\":" + "[".repeat(30_000)))))
                .isInstanceOf(PoisonRecord.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {EventHeaders.SPEC_VERSION, EventHeaders.TYPE, EventHeaders.ID})
    void aMissingHeaderIsPoison(String header) {
        OutgoingEvent event = writer.write(Events.aCheck());
        ConsumerRecord<String, byte[]> record = recordOf(event);
        record.headers().remove(header);

        assertThatThrownBy(() -> reader.read(record))
                .isInstanceOf(PoisonRecord.class)
                .hasMessageContaining(header);
    }

    @Test
    void headersThatContradictTheEventArePoison() {
        AtlasEvent event = Events.aCheck();

        assertThatThrownBy(() -> reader.read(
                        withHeader(event, EventHeaders.ID, UUID.randomUUID().toString())))
                .isInstanceOf(PoisonRecord.class);
        assertThatThrownBy(() -> reader.read(withHeader(event, EventHeaders.SPEC_VERSION, "0.3")))
                .isInstanceOf(PoisonRecord.class);
        assertThatThrownBy(() -> reader.read(withHeader(event, EventHeaders.CONTENT_TYPE, "application/avro")))
                .isInstanceOf(PoisonRecord.class);
        assertThatThrownBy(
                        () -> reader.read(withHeader(event, EventHeaders.TYPE, EventType.CAPTURE_RECORDED.typeName())))
                .isInstanceOf(PoisonRecord.class);
    }

    @Test
    void anEventOfAnotherTopicIsPoison() {
        OutgoingEvent event = writer.write(Events.aCheck());
        OutgoingEvent misplaced = new OutgoingEvent(
                event.eventId(),
                Topic.CHANGES.topicName(),
                event.key(),
                event.partitionKey(),
                event.type(),
                event.headers(),
                event.value());

        assertThatThrownBy(() -> reader.read(recordOf(misplaced)))
                .isInstanceOf(PoisonRecord.class)
                .hasMessageContaining("does not belong to atlas.changes");
    }

    @Test
    void aRecordWithoutValueOrWithTooMuchOfItIsPoison() {
        OutgoingEvent event = writer.write(Events.aCheck());

        assertThatThrownBy(() -> reader.read(recordOf(event, null))).isInstanceOf(PoisonRecord.class);
        assertThatThrownBy(() -> reader.read(recordOf(event, new byte[EventReader.MAX_BYTES + 1])))
                .isInstanceOf(PoisonRecord.class)
                .hasMessageContaining("more than");
    }

    @Test
    void whatIsTooLargeCannotBeTold() {
        assertThatThrownBy(() -> writer.write(Events.aPlatformDeclared("x".repeat(EventWriter.MAX_BYTES))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ConsumerRecord<String, byte[]> changed(AtlasEvent event, UnaryOperator<String> change) {
        OutgoingEvent outgoing = writer.write(event);
        String json = new String(outgoing.value(), StandardCharsets.UTF_8);
        return recordOf(outgoing, change.apply(json).getBytes(StandardCharsets.UTF_8));
    }

    private ConsumerRecord<String, byte[]> withHeader(AtlasEvent event, String name, String value) {
        OutgoingEvent outgoing = writer.write(event);
        Map<String, String> headers = new HashMap<>(outgoing.headers());
        headers.put(name, value);
        return recordOf(new OutgoingEvent(
                outgoing.eventId(),
                outgoing.topic(),
                outgoing.key(),
                outgoing.partitionKey(),
                outgoing.type(),
                headers,
                outgoing.value()));
    }

    private static ConsumerRecord<String, byte[]> recordOf(OutgoingEvent event) {
        return recordOf(event, event.value());
    }

    private static ConsumerRecord<String, byte[]> recordOf(OutgoingEvent event, byte[] value) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(event.topic(), 0, 0, event.key(), value);
        event.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
