package io.conductatlas.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.EventType;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON. The mapper is our own and not the application's: what a topic carries must not depend on how a service
 * shapes its web API.
 */
final class EventJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private EventJson() {}

    static byte[] write(AtlasEvent event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event %s cannot be written as JSON".formatted(event.eventId()), e);
        }
    }

    static AtlasEvent read(EventType type, byte[] value) {
        AtlasEvent event;
        try {
            event = JSON.readValue(value, type.record());
        } catch (IOException e) {
            throw new PoisonRecord("the value is not a " + type.typeName(), e);
        }
        if (event == null) {
            throw new PoisonRecord("the value is null");
        }
        missingIn(event, type.record().getSimpleName()).ifPresent(path -> {
            throw new PoisonRecord("the value lacks " + path);
        });
        return event;
    }

    static String write(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("headers cannot be written as JSON", e);
        }
    }

    static Map<String, String> readHeaders(String headers) {
        try {
            return JSON.readerForMapOf(String.class).readValue(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("headers cannot be read", e);
        }
    }

    /** Where something is null that its type does not allow to be: Jackson fills what is absent with null. */
    private static Optional<String> missingIn(Object value, String path) {
        if (value instanceof Record whole) {
            for (RecordComponent component : whole.getClass().getRecordComponents()) {
                Optional<String> missing = missingIn(whole, component, path + "." + component.getName());
                if (missing.isPresent()) {
                    return missing;
                }
            }
        } else if (value instanceof Iterable<?> elements) {
            int index = 0;
            for (Object element : elements) {
                String place = path + "[" + index++ + "]";
                Optional<String> missing = element == null ? Optional.of(place) : missingIn(element, place);
                if (missing.isPresent()) {
                    return missing;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missingIn(Record whole, RecordComponent component, String path) {
        Object part = read(whole, component);
        if (part != null) {
            return missingIn(part, path);
        }
        boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return mayBeNull ? Optional.empty() : Optional.of(path);
    }

    private static @Nullable Object read(Record whole, RecordComponent component) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
