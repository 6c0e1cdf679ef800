package io.conductatlas.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches to Kafka so that nothing of a key overtakes what came before it.
 *
 * <p>One idempotent producer with one request in flight keeps the order while all goes well. With the first record that
 * fails, the producer is closed by force, in the callback and so before its thread can send what comes later; the next
 * batch begins with a new producer at the first record that was not acknowledged. Not for use by several threads.
 */
final class Publisher implements AutoCloseable {

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Duration patience;
    private @Nullable Producer<byte[], byte[]> producer;

    /** @param patience how long to wait for acknowledgements; more than the producers' own delivery timeout */
    Publisher(Supplier<Producer<byte[], byte[]>> producers, Duration patience) {
        this.producers = producers;
        this.patience = patience;
    }

    /** Sends {@code rows} in order and waits until each was acknowledged, or one has failed. */
    Outcome publish(Collection<OutboxRow> rows) {
        Producer<byte[], byte[]> current = producer == null ? producers.get() : producer;
        producer = current;
        Sending sending = new Sending(current);
        for (OutboxRow row : rows) {
            if (sending.failure().isPresent()) {
                break;
            }
            sending.send(row);
        }
        sending.await(patience);
        if (sending.failure().isPresent()) {
            current.close(Duration.ZERO);
            producer = null;
        }
        return new Outcome(List.copyOf(sending.acknowledged), sending.failure());
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    /** What became of a batch: the rows that the broker has for certain, and why the others may not be there. */
    record Outcome(List<OutboxRow> acknowledged, Optional<Exception> failure) {}

    private static final class Sending {

        private final Producer<byte[], byte[]> producer;
        private final Queue<OutboxRow> acknowledged = new ConcurrentLinkedQueue<>();
        private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        private final Phaser underway = new Phaser(1);

        Sending(Producer<byte[], byte[]> producer) {
            this.producer = producer;
        }

        Optional<Exception> failure() {
            return Optional.ofNullable(failure.get());
        }

        void send(OutboxRow row) {
            underway.register();
            try {
                int partitions = producer.partitionsFor(row.topic()).size();
                int partition = Utils.toPositive(Utils.murmur2(row.partitionKeyBytes())) % partitions;
                producer.send(row.recordFor(partition), (metadata, exception) -> completed(row, exception));
            } catch (RuntimeException e) { // the producer was closed, or knows nothing of the topic
                failed(e);
                underway.arriveAndDeregister();
            }
        }

        void await(Duration patience) {
            int phase = underway.arriveAndDeregister();
            try {
                underway.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                failed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failed(e);
            }
        }

        private void completed(OutboxRow row, @Nullable Exception exception) {
            if (exception == null) {
                acknowledged.add(row);
            } else {
                failed(exception);
            }
            underway.arriveAndDeregister();
        }

        private void failed(Exception exception) {
            if (failure.compareAndSet(null, exception)) {
                producer.close(Duration.ZERO);
            }
        }
    }
}
