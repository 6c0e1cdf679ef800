package io.conductatlas.local.pipeline;

import io.conductatlas.clock.ShiftedClock;
import io.conductatlas.events.Topic;
import io.conductatlas.local.stack.LocalException;
import io.conductatlas.local.stack.Port;
import io.conductatlas.local.stack.Service;
import io.conductatlas.local.stack.StackSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Whether anything is still on its way through the services: in a topic, in an outbox, or waiting to be delivered. */
public final class Pipeline implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final StackSettings settings;
    private final Admin admin;
    private final Clock clock;

    public Pipeline(StackSettings settings) {
        this.settings = settings;
        this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka(settings)));
        this.clock = new ShiftedClock(Clock.systemUTC(), settings.state().clock());
    }

    public static String kafka(StackSettings settings) {
        return "127.0.0.1:" + settings.port(Port.KAFKA);
    }

    /**
     * Returns when nothing is under way and nothing has been told between two looks; two, since one look at many places
     * takes a while in which something can pass from a place not yet seen to one already seen.
     */
    public void awaitIdle(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Look last = look();
        while (true) {
            pause();
            Look next = look();
            if (next.isQuiet() && next.equals(last)) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new LocalException("the pipeline did not come to rest within " + patience.toSeconds()
                        + " s; still under way: " + next.unfinished());
            }
            last = next;
        }
    }

    /** Returns when {@code condition} holds; {@code what} says what was waited for in vain. */
    public static void await(Duration patience, String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new LocalException(what + " did not happen within " + patience.toSeconds() + " s");
            }
            pause();
        }
    }

    /** How many records lie in dead-letter topics. */
    public long deadLetters() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topic.consumerGroups()
                    .forEach(group -> partitions.add(new TopicPartition(topic.deadLetterTopic(group), 0)));
        }
        return ends(partitions).values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        admin.close();
    }

    private record Look(Map<TopicPartition, Long> ends, List<String> unfinished) {
        boolean isQuiet() {
            return unfinished.isEmpty();
        }
    }

    private Look look() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                partitions.add(new TopicPartition(topic.topicName(), partition));
            }
        }
        Map<TopicPartition, Long> ends = ends(partitions);
        List<String> unfinished = new ArrayList<>();
        for (Service service : Service.values()) {
            long behind = lag(service.id(), ends);
            if (behind > 0) {
                unfinished.add(behind + " records for " + service.id());
            }
            long untold = count(service, "select count(*) from outbox where published_at is null");
            if (untold > 0) {
                unfinished.add(untold + " events in the outbox of " + service.id());
            }
        }
        long open = count(
                Service.ALERT,
                "select count(*) from delivery where state in ('PLANNED', 'RESERVED', 'AMBIGUOUS') and due_at <= ?",
                clock.instant());
        if (open > 0) {
            unfinished.add(open + " deliveries");
        }
        long digests = count(
                Service.ALERT, "select count(*) from subscriber where active and period_end <= ?", clock.instant());
        if (digests > 0) {
            unfinished.add(digests + " digests");
        }
        return new Look(ends, unfinished);
    }

    private long lag(String group, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
        long behind = 0;
        for (Topic topic : Topic.values()) {
            if (!topic.consumerGroups().contains(group)) {
                continue;
            }
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                if (end.getKey().topic().equals(topic.topicName())) {
                    OffsetAndMetadata offset = committed.get(end.getKey());
                    behind += end.getValue() - (offset == null ? 0 : offset.offset());
                }
            }
        }
        return behind;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            throw new LocalException("Kafka does not tell how far " + group + " is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        partitions.forEach(partition -> question.put(partition, OffsetSpec.latest()));
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            for (Map.Entry<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> end :
                    admin.listOffsets(question).all().get().entrySet()) {
                ends.put(end.getKey(), end.getValue().offset());
            }
            return ends;
        } catch (ExecutionException e) {
            throw new LocalException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }

    private long count(Service service, String sql, Instant... parameters) {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.port(Port.POSTGRES), service.id());
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Timestamp parameter :
                    Arrays.stream(parameters).map(Timestamp::from).toList()) {
                statement.setTimestamp(index++, parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new LocalException("the database of " + service.id() + " does not answer: " + e.getMessage(), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }
}
