package io.conductatlas.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A record that a consumer could not handle, where it lies, and how it is sent again.
 *
 * @param record as it lies in the dead-letter topic: key, value and headers are the original's, the reasons are added
 * @param topic where the original stood
 * @param partition where the original stood
 * @param offset where the original stood
 * @param reason what the consumer's failure said
 * @param failure the class of that failure
 */
public record DeadLetter(
        ConsumerRecord<byte[], byte[]> record,
        String topic,
        int partition,
        long offset,
        String reason,
        String failure) {

    private static final String PREFIX = "dead-letter-";

    /** Reads the reasons that the channel has added; empty if the record is not a dead letter. */
    public static Optional<DeadLetter> of(ConsumerRecord<byte[], byte[]> record) {
        Optional<String> topic = header(record, PREFIX + "topic");
        Optional<Integer> partition = number(record, PREFIX + "partition").map(Long::intValue);
        Optional<Long> offset = number(record, PREFIX + "offset");
        if (topic.isEmpty() || partition.isEmpty() || offset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeadLetter(
                record,
                topic.get(),
                partition.get(),
                offset.get(),
                header(record, PREFIX + "reason").orElse(""),
                header(record, PREFIX + "exception-class-name").orElse("")));
    }

    /** The id of the event, where the record says one. */
    public Optional<String> eventId() {
        return header(record, EventHeaders.ID);
    }

    /** The type of the event, where the record says one. */
    public Optional<String> eventType() {
        return header(record, EventHeaders.TYPE);
    }

    /** When it was put to the dead letters. */
    public Instant since() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Where it lies: {@code topic/partition/offset}. */
    public String place() {
        return "%s/%d/%d".formatted(record.topic(), record.partition(), record.offset());
    }

    /**
     * The original once more, for the partition it came from: same key, value and headers, and {@code replay-of}. All
     * consumers of the topic get it; those that have done its event let it pass.
     */
    public ProducerRecord<byte[], byte[]> replay() {
        ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(topic, partition, record.key(), record.value());
        Predicate<Header> ofTheOriginal =
                header -> !header.key().startsWith(PREFIX) && !header.key().equals(EventHeaders.REPLAY_OF);
        Headers headers = again.headers();
        record.headers().forEach(header -> {
            if (ofTheOriginal.test(header)) {
                headers.add(header);
            }
        });
        headers.add(EventHeaders.REPLAY_OF, place().getBytes(StandardCharsets.UTF_8));
        return again;
    }

    /** The first one counts: the channel adds its reasons before the original's headers, which may be a replay's. */
    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        for (Header header : record.headers().headers(name)) {
            return Optional.ofNullable(header.value()).map(value -> new String(value, StandardCharsets.UTF_8));
        }
        return Optional.empty();
    }

    private static Optional<Long> number(ConsumerRecord<byte[], byte[]> record, String name) {
        return header(record, name).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }
}
