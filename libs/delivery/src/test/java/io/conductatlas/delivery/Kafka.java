package io.conductatlas.delivery;

import io.conductatlas.events.AtlasEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The broker as a bystander sees it. */
final class Kafka implements AutoCloseable {

    private final String servers;
    private final KafkaProducer<String, byte[]> producer;

    Kafka(String servers) {
        this.servers = servers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static Kafka ofTheApplication() {
        return new Kafka(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    RecordMetadata send(AtlasEvent event) {
        OutgoingEvent outgoing = new EventWriter("test").write(event);
        return send(outgoing.topic(), outgoing.key(), outgoing.headers(), outgoing.value());
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        try (KafkaProducer<byte[], byte[]> raw = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer())) {
            raw.send(record);
        }
    }

    RecordMetadata send(String topic, String key, Map<String, String> headers, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            return producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The dead letters in a topic, by offset. */
    List<DeadLetter> deadLetters(String topic) {
        return all(topic, new ByteArrayDeserializer()).stream()
                .flatMap(record -> DeadLetter.of(record).stream())
                .toList();
    }

    /** All that lies in a topic at this moment, by partition and offset. */
    List<ConsumerRecord<String, byte[]>> all(String topic) {
        return all(topic, new StringDeserializer());
    }

    private <K> List<ConsumerRecord<K, byte[]>> all(String topic, Deserializer<K> keys) {
        try (KafkaConsumer<K, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "max.poll.records", 5_000, "fetch.max.wait.ms", 20),
                keys,
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<K, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** The records of a topic that carry an id in their headers. */
    List<ConsumerRecord<String, byte[]>> withId(String topic, Object id) {
        return all(topic).stream()
                .filter(record -> id.toString().equals(headers(record).get(EventHeaders.ID)))
                .toList();
    }

    /** What the group has acknowledged: the offset it would begin with, 0 if none. */
    long committed(String group, RecordMetadata of) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            var offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var offset = offsets.get(new TopicPartition(of.topic(), of.partition()));
            return offset == null ? 0 : offset.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    @Override
    public void close() {
        producer.close();
    }
}
