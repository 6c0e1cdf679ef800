package io.conductatlas.gateway.deadletters;

import io.conductatlas.delivery.DeadLetter;
import io.conductatlas.gateway.deadletters.LetterBytes.Header;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads dead-letter topics without joining any group. All of it blocks: worker threads only. */
@ApplicationScoped
class Boxes {

    private static final Duration POLL = Duration.ofMillis(500);

    private final String servers;
    private final DeadLettersConfig config;

    Boxes(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, DeadLettersConfig config) {
        this.servers = servers;
        this.config = config;
    }

    /**
     * The letters of those boxes, the oldest first in each, bytes left behind.
     *
     * @param state what is known of each; settled letters are left out unless {@code settledToo}
     */
    List<Letter> read(List<Place.Box> boxes, Function<Place, Letter.State> state, boolean settledToo) {
        List<Letter> letters = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            Map<String, List<PartitionInfo>> there = consumer.listTopics(config.patience());
            Map<Place.Box, List<TopicPartition>> partitions = new LinkedHashMap<>();
            boxes.forEach(box -> partitions.put(box, partitions(there.get(box.topic()))));
            List<TopicPartition> all =
                    partitions.values().stream().flatMap(List::stream).toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(all, config.patience());
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(all, config.patience());
            partitions.forEach((box, ofBox) -> ofBox.stream()
                    .filter(partition -> starts.getOrDefault(partition, 0L) < ends.getOrDefault(partition, 0L))
                    .forEach(partition -> read(
                            consumer,
                            new Range(partition, starts.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)),
                            box,
                            state,
                            settledToo,
                            letters)));
        }
        return letters;
    }

    /** The record at that place; empty where there is none, or none that is a dead letter. */
    Optional<DeadLetter> at(Place place) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            return at(consumer, place);
        }
    }

    /** The same with a consumer that the caller keeps. */
    Optional<DeadLetter> at(Consumer<byte[], byte[]> consumer, Place place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        if (!partitions(consumer.partitionsFor(place.topic(), config.patience()))
                .contains(partition)) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        long end = consumer.endOffsets(List.of(partition), config.patience()).getOrDefault(partition, 0L);
        long start =
                consumer.beginningOffsets(List.of(partition), config.patience()).getOrDefault(partition, 0L);
        if (place.offset() < start || place.offset() >= end) {
            return Optional.empty();
        }
        consumer.seek(partition, place.offset());
        long deadline = System.nanoTime() + config.patience().toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return record.offset() == place.offset() ? DeadLetter.of(record) : Optional.empty();
            }
        }
        throw new IllegalStateException("the broker does not give " + place);
    }

    static List<Header> headers(DeadLetter letter) {
        List<Header> headers = new ArrayList<>();
        letter.record()
                .headers()
                .forEach(header -> headers.add(new Header(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8))));
        return headers;
    }

    /** Records of a partition that are there, from the first to before the end. */
    private record Range(TopicPartition partition, long start, long end) {}

    private void read(
            Consumer<byte[], byte[]> consumer,
            Range range,
            Place.Box box,
            Function<Place, Letter.State> state,
            boolean settledToo,
            List<Letter> letters) {
        consumer.assign(List.of(range.partition()));
        consumer.seek(range.partition(), range.start());
        int most = letters.size() + config.mostRead();
        long deadline = System.nanoTime() + config.patience().toNanos();
        while (consumer.position(range.partition(), config.patience()) < range.end()
                && letters.size() < most
                && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (letters.size() >= most) {
                    return;
                }
                Letter.State known = state.apply(new Place(record.topic(), record.partition(), record.offset()));
                DeadLetter.of(record)
                        .map(letter -> Letter.of(letter, box, known))
                        .filter(letter -> settledToo || letter.open())
                        .ifPresent(letters::add);
            }
        }
    }

    private static List<TopicPartition> partitions(@Nullable List<PartitionInfo> known) {
        return known == null
                ? List.of()
                : known.stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .toList();
    }

    Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "gateway-dead-letters",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        // The broker holds a fetch back until something comes, and closing waits for it.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        4 * 1024 * 1024),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
