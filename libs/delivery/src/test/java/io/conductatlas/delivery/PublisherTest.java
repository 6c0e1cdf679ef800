package io.conductatlas.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();

    @Test
    void whatIsAcknowledgedIsSaidToBeSo() {
        Publisher publisher = publisher(true);

        Publisher.Outcome outcome = publisher.publish(rows(3));

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.acknowledged()).extracting(OutboxRow::position).containsExactly(1L, 2L, 3L);
        assertThat(producers).hasSize(1);
    }

    @Test
    void theFirstFailureEndsTheProducerAndTheNextBatchHasANewOne() throws Exception {
        Publisher publisher = publisher(false);
        CompletableFuture<Publisher.Outcome> publishing =
                CompletableFuture.supplyAsync(() -> publisher.publish(rows(3)));
        Awaitility.await().atMost(PATIENCE).until(() -> sent(0).size() == 3);
        MockProducer<byte[], byte[]> first = producers.get(0);

        first.completeNext();
        first.errorNext(new TimeoutException("no leader"));

        assertThat(first.closed()).isTrue();
        first.errorNext(new TimeoutException("closed by force"));
        Publisher.Outcome outcome = publishing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(outcome.acknowledged()).extracting(OutboxRow::position).containsExactly(1L);
        assertThat(outcome.failure()).get().asString().contains("no leader");

        CompletableFuture.runAsync(() -> publisher.publish(rows(1)));
        Awaitility.await().atMost(PATIENCE).until(() -> producers.size() == 2 && sent(1).size() == 1);
        producers.get(1).completeNext();
    }

    @Test
    void afterAFailureNothingMoreOfTheBatchIsSent() {
        Publisher publisher = new Publisher(
                () -> {
                    MockProducer<byte[], byte[]> producer = producer(true);
                    producer.sendException = new TimeoutException("no metadata");
                    producers.add(producer);
                    return producer;
                },
                PATIENCE);

        Publisher.Outcome outcome = publisher.publish(rows(3));

        assertThat(outcome.acknowledged()).isEmpty();
        assertThat(outcome.failure()).isPresent();
        assertThat(sent(0)).isEmpty();
        assertThat(producers.get(0).closed()).isTrue();
    }

    @Test
    void aBrokerThatNeverAnswersIsAFailure() {
        Publisher publisher = new Publisher(
                () -> {
                    producers.add(producer(false));
                    return producers.get(0);
                },
                Duration.ofMillis(50));

        assertThat(publisher.publish(rows(2)).failure()).isPresent();
        assertThat(producers.get(0).closed()).isTrue();
    }

    @Test
    void aRecordCarriesItsHeadersAndTheTraceOfItsCause() {
        publisher(true).publish(rows(1));

        assertThat(sent(0)).singleElement().satisfies(record -> {
            assertThat(record.headers().lastHeader("ce_id").value()).asString().isEqualTo("1");
            assertThat(record.headers().lastHeader("traceparent").value())
                    .asString()
                    .startsWith("00-");
            assertThat(record.timestamp()).isNull();
        });
    }

    private Publisher publisher(boolean acknowledging) {
        return new Publisher(
                () -> {
                    MockProducer<byte[], byte[]> producer = producer(acknowledging);
                    producers.add(producer);
                    return producer;
                },
                PATIENCE);
    }

    private List<ProducerRecord<byte[], byte[]>> sent(int producer) {
        return producers.size() > producer ? producers.get(producer).history() : List.of();
    }

    private static MockProducer<byte[], byte[]> producer(boolean acknowledging) {
        Node node = new Node(1, "127.0.0.1", 1);
        Cluster cluster = new Cluster(
                "test",
                List.of(node),
                List.of(new PartitionInfo("atlas.captures", 0, node, new Node[] {node}, new Node[] {node})),
                java.util.Set.of(),
                java.util.Set.of());
        return new MockProducer<>(cluster, acknowledging, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static List<OutboxRow> rows(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(position -> new OutboxRow(
                        position,
                        "atlas.captures",
                        "key",
                        "key",
                        Map.of("ce_id", Long.toString(position)),
                        "{}",
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                        Instant.EPOCH))
                .toList();
    }
}
