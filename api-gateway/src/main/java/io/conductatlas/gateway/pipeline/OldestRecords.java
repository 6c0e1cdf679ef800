package io.conductatlas.gateway.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at the first records that groups have not done, without joining them. It blocks: worker threads only. */
@ApplicationScoped
class OldestRecords {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Bytes enough for one event and its headers. With less the broker would give a record of one partition only. */
    private static final int ONE_EVENT = 128 * 1024;

    private final String servers;

    OldestRecords(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    /**
     * When the broker took each of those records. Groups stand at few different places of a partition, mostly at one: a
     * single consumer goes through the partitions together, once for each place that a partition has.
     *
     * @param wanted by partition the offsets of records that are there
     * @return without those that did not come in time
     */
    Map<TopicPartition, Map<Long, Instant>> of(Map<TopicPartition, Set<Long>> wanted) {
        Map<TopicPartition, Deque<Long>> left = new HashMap<>();
        wanted.forEach((partition, offsets) -> left.put(partition, new ArrayDeque<>(new TreeSet<>(offsets))));
        left.values().removeIf(Deque::isEmpty);
        Map<TopicPartition, Map<Long, Instant>> times = new HashMap<>();
        if (left.isEmpty()) {
            return times;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            while (!left.isEmpty() && System.nanoTime() < deadline) {
                Map<TopicPartition, Long> next = new HashMap<>();
                left.forEach((partition, offsets) -> next.put(partition, offsets.remove()));
                left.values().removeIf(Deque::isEmpty);
                consumer.assign(next.keySet());
                next.forEach(consumer::seek);
                read(consumer, next, deadline, times);
            }
        }
        return times;
    }

    /** Reads until every partition has given the record it stands at. */
    private static void read(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> next,
            long deadline,
            Map<TopicPartition, Map<Long, Instant>> times) {
        Set<TopicPartition> waiting = new HashSet<>(next.keySet());
        while (!waiting.isEmpty() && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (waiting.remove(partition)) {
                    times.computeIfAbsent(partition, key -> new HashMap<>())
                            .put(next.getOrDefault(partition, 0L), Instant.ofEpochMilli(record.timestamp()));
                    consumer.pause(Set.of(partition));
                }
            }
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "gateway-oldest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        // The broker holds a fetch back until something comes, and closing waits for it.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        ONE_EVENT),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
