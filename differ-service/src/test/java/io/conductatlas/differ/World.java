package io.conductatlas.differ;

import io.conductatlas.archive.Archive;
import io.conductatlas.archive.Sha256;
import io.conductatlas.archive.warc.CaptureWarc;
import io.conductatlas.archive.warc.WarcPart;
import io.conductatlas.delivery.EventReader;
import io.conductatlas.delivery.EventWriter;
import io.conductatlas.delivery.OutgoingEvent;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CapturedPart;
import io.conductatlas.events.ChangeEvent;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.Origin;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.Selector;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.SourceFilter;
import io.conductatlas.events.SourceLocation;
import io.conductatlas.events.Topic;
import io.conductatlas.events.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other services as the differ sees them: what they tell it, and what they hear. */
@ApplicationScoped
class World {

    static final Instant DAY = Instant.parse("2026-03-02T12:00:00Z");

    private final String servers;
    private final Archive archive;
    private final EventReader reader;

    World(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, Archive archive, EventReader reader) {
        this.servers = servers;
        this.archive = archive;
        this.reader = reader;
    }

    static PlatformRef aPlatform() {
        return new PlatformRef(UUID.randomUUID(), "larkfield", "Larkfield");
    }

    static DocumentRef aDocument() {
        return new DocumentRef(
                UUID.randomUUID(), "privacy-policy", "Privacy Policy", "privacy-policy", Variant.DEFAULT);
    }

    void declare(PlatformRef platform, DocumentRef document) {
        declare(platform, document, List.of());
    }

    void declare(PlatformRef platform, DocumentRef document, List<SourceFilter> filters) {
        send(new SourceDeclared(
                UUID.randomUUID(),
                platform,
                document,
                1,
                List.of(new SourceLocation(
                        "https://larkfield.example/privacy", List.of(Selector.css("main")), List.of(), filters)),
                FetchMode.HTTP,
                Duration.ofHours(12),
                false,
                0,
                DAY));
    }

    CaptureRecorded html(PlatformRef platform, DocumentRef document, String main, Instant at) {
        return capture(
                platform,
                document,
                "text/html; charset=utf-8",
                "<html><body><nav>Menu</nav><main>" + main + "</main></body></html>",
                at,
                Origin.LIVE);
    }

    CaptureRecorded capture(
            PlatformRef platform, DocumentRef document, String type, String content, Instant at, Origin origin) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String hash = Sha256.of(bytes);
        ObjectRef warc = archive.put(
                "captures/2026/03",
                CaptureWarc.write(List.of(new WarcPart(
                        "https://larkfield.example/privacy",
                        at,
                        200,
                        Map.of("content-type", List.of(type)),
                        bytes,
                        Optional.empty(),
                        Map.of()))),
                ".warc.gz");
        return new CaptureRecorded(
                UUID.randomUUID(),
                UUID.randomUUID(),
                platform,
                document,
                1,
                List.of(new CapturedPart(
                        "https://larkfield.example/privacy",
                        "https://larkfield.example/privacy",
                        200,
                        type,
                        hash,
                        bytes.length)),
                hash,
                warc,
                origin,
                at,
                at);
    }

    void send(AtlasEvent event) {
        OutgoingEvent outgoing = new EventWriter("test").write(event);
        send(outgoing.topic(), outgoing.key(), outgoing.partitionKey(), outgoing.headers(), outgoing.value());
    }

    void send(String topic, String key, String partitionKey, Map<String, String> headers, byte[] value) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            int partitions = producer.partitionsFor(topic).size();
            int partition = org.apache.kafka.common.utils.Utils.toPositive(
                            org.apache.kafka.common.utils.Utils.murmur2(partitionKey.getBytes(StandardCharsets.UTF_8)))
                    % partitions;
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the differ told of a document so far, in order. */
    List<ChangeEvent> told(DocumentRef document) {
        List<ChangeEvent> told = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : all(Topic.CHANGES.topicName())) {
            if (reader.read(record) instanceof ChangeEvent event
                    && documentOf(event).equals(document)) {
                told.add(event);
            }
        }
        return told;
    }

    <T extends ChangeEvent> List<T> told(DocumentRef document, Class<T> type) {
        return told(document).stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static DocumentRef documentOf(ChangeEvent event) {
        try {
            return (DocumentRef) event.getClass().getMethod("document").invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    List<ConsumerRecord<String, byte[]>> all(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "max.poll.records", 5_000, "fetch.max.wait.ms", 20),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    String read(ObjectRef ref) {
        return new String(archive.get(ref), StandardCharsets.UTF_8);
    }
}
