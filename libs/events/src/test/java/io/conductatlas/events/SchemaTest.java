package io.conductatlas.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

    static Stream<AtlasEvent> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyRecordValidatesAgainstItsSchema(AtlasEvent event) {
        JsonNode json = Contracts.JSON.valueToTree(event);

        assertThat(Contracts.validator(EventType.of(event)).validate(json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventWithoutItsIdDoesNotValidate(AtlasEvent event) {
        ObjectNode json = Contracts.JSON.valueToTree(event);
        json.remove("eventId");

        assertThat(Contracts.validator(EventType.of(event)).validate(json)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaNamesTheRecordsFieldsAndNoOthers(EventType type) {
        JsonNode schema = Contracts.schema(type);
        RecordComponent[] components = type.record().getRecordComponents();

        assertThat(names(schema.get("properties")))
                .isEqualTo(new TreeSet<>(
                        Arrays.stream(components).map(RecordComponent::getName).toList()));
        assertThat(required(schema))
                .isEqualTo(new TreeSet<>(Arrays.stream(components)
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(RecordComponent::getName)
                        .toList()));
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaIsFoundUnderTheNameThatEventsCarry(EventType type) {
        assertThat(Contracts.schema(type).get("$id").asText()).isEqualTo(type.dataSchema());
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        List.of(schema.get("required")).forEach(array -> array.forEach(name -> names.add(name.asText())));
        return names;
    }
}
