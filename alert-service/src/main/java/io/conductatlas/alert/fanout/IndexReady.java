package io.conductatlas.alert.fanout;

import io.conductatlas.delivery.Steady;
import io.conductatlas.delivery.Worker;
import io.conductatlas.events.Topic;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Holds changes back until the index knows everything that was on {@code atlas.subscriptions} when the service started: a
 * service that begins with an empty database must not find that nobody follows anything.
 */
@ApplicationScoped
class IndexReady {

    private static final Logger LOG = Logger.getLogger(IndexReady.class);
    private static final long LOOK_EVERY_MILLIS = 200;

    private final Map<String, Object> kafka;
    private final Worker worker;
    private final Steady steady;
    private volatile boolean ready;

    IndexReady(@Identifier("default-kafka-broker") Map<String, Object> kafka, Worker worker, Steady steady) {
        this.kafka = kafka;
        this.worker = worker;
        this.steady = steady;
    }

    /** Completes once the index has caught up; from then on at once. */
    Uni<Void> await() {
        return ready
                ? Uni.createFrom().voidItem()
                : steady.until(() -> worker.run(this::waitOnce)).replaceWithVoid();
    }

    private synchronized boolean waitOnce() throws InterruptedException {
        if (ready) {
            return true;
        }
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            Map<TopicPartition, Long> ends = ends(admin);
            while (!reached(admin, ends)) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
            ready = true;
            LOG.info("the index of subscriptions is complete; changes are told from now on");
            return true;
        } catch (ExecutionException e) {
            throw new NotYet(e);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        String topic = Topic.SUBSCRIPTIONS.topicName();
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .values()
                .forEach(description -> description
                        .partitions()
                        .forEach(partition ->
                                wanted.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(wanted).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static boolean reached(Admin admin, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(FanOut.CONSUMER)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata offset = committed.get(end.getKey());
            return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
        });
    }

    /** The broker did not say; it is asked again. */
    private static final class NotYet extends RetriableException {
        private static final long serialVersionUID = 1L;

        NotYet(Throwable cause) {
            super("the broker does not say how far the index is", cause);
        }
    }
}
