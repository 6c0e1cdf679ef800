package io.conductatlas.fetcher;

import io.conductatlas.delivery.EventReader;
import io.conductatlas.delivery.EventWriter;
import io.conductatlas.delivery.OutgoingEvent;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.CaptureEvent;
import io.conductatlas.events.SourceEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The broker as a bystander sees it. */
@ApplicationScoped
public class Topics {

    private static final String CAPTURES = "atlas.captures";

    private final EventReader reader;
    private final EventWriter writer;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<AtlasEvent> captures = new ArrayList<>();

    Topics(EventReader reader, EventWriter writer, @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.reader = reader;
        this.writer = writer;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    public void tell(SourceEvent event) {
        OutgoingEvent outgoing = writer.write(event);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(outgoing.topic(), outgoing.key(), outgoing.value());
        outgoing.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    /** All that was told of a document's captures until now. */
    public synchronized List<CaptureEvent> captures(UUID documentId) {
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions = consumer.partitionsFor(CAPTURES).stream()
                    .map(info -> new TopicPartition(CAPTURES, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        consumer.poll(Duration.ofMillis(200)).forEach(record -> captures.add(reader.read(record)));
        return captures.stream()
                .map(CaptureEvent.class::cast)
                .filter(event -> document(event).equals(documentId))
                .toList();
    }

    private static UUID document(CaptureEvent event) {
        if (event instanceof io.conductatlas.events.CaptureRecorded recorded) {
            return recorded.document().id();
        }
        if (event instanceof io.conductatlas.events.CheckRecorded checked) {
            return checked.document().id();
        }
        if (event instanceof io.conductatlas.events.CaptureFailed failed) {
            return failed.document().id();
        }
        return ((io.conductatlas.events.CaptureRecovered) event).document().id();
    }

    @PreDestroy
    void close() {
        producer.close();
        consumer.close();
    }
}
