package io.conductatlas.gateway.deadletters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it lies in Kafka.
 *
 * @param key null where the record has none
 * @param value null where the record has none
 */
public record LetterBytes(Letter letter, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
    public LetterBytes {
        headers = List.copyOf(headers);
    }

    /** A header with its bytes read as UTF-8, whatever they are. */
    public record Header(String name, String text) {}
}
