package io.conductatlas.gateway.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at the first records that a group has not done, without joining it. It blocks: worker threads only. */
@ApplicationScoped
class OldestRecords {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS = 6;

    /** Bytes enough for one event and its headers. With less the broker would give a record of one partition only. */
    private static final int ONE_EVENT = 128 * 1024;

    private final String servers;

    OldestRecords(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    /**
     * When the broker took the record that is next in each partition.
     *
     * @param done the offset that is next
     * @param ends the offset after the last record
     * @return without the partitions in which nothing is left, or whose record did not come in time
     */
    Map<TopicPartition, Instant> of(Map<TopicPartition, Long> done, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> behind = new HashMap<>(done);
        behind.entrySet().removeIf(next -> next.getValue() >= ends.getOrDefault(next.getKey(), 0L));
        if (behind.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, Instant> oldest = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(behind.keySet());
            behind.forEach(consumer::seek);
            for (int i = 0; i < POLLS && oldest.size() < behind.size(); i++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    oldest.putIfAbsent(partition, Instant.ofEpochMilli(record.timestamp()));
                }
                consumer.pause(oldest.keySet());
            }
        }
        return oldest;
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
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        ONE_EVENT),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
