package io.conductatlas.gateway.pipeline;

import io.conductatlas.delivery.Worker;
import io.conductatlas.events.Topic;
import io.conductatlas.gateway.deadletters.DeadLetterQueues;
import io.conductatlas.gateway.pipeline.PipelineStatus.DeadLetters;
import io.conductatlas.gateway.pipeline.PipelineStatus.Lag;
import io.conductatlas.gateway.pipeline.PipelineStatus.TopicEnd;
import io.conductatlas.gateway.readmodel.Overview;
import io.conductatlas.gateway.readmodel.Rows;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks the broker how far each consumer group has come. */
@ApplicationScoped
public class Pipeline {

    /** Records bear the machines' time, whatever clock the services are given. */
    private static final Clock MACHINE = Clock.systemUTC();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;
    private final Worker worker;
    private final Rows rows;
    private final Overview overview;
    private final DeadLetterQueues deadLetters;
    private final OldestRecords oldestRecords;

    Pipeline(
            Worker worker,
            Rows rows,
            Overview overview,
            DeadLetterQueues deadLetters,
            OldestRecords oldestRecords,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.worker = worker;
        this.rows = rows;
        this.overview = overview;
        this.deadLetters = deadLetters;
        this.oldestRecords = oldestRecords;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "gateway-pipeline",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis()));
    }

    /** How far behind each part is, right now. */
    public Uni<PipelineStatus> status() {
        return worker.run(this::ask)
                .chain(broker -> rows.first(
                                Pending.class, "select count(*) as pending from outbox where published_at is null")
                        .map(Optional::orElseThrow)
                        .chain(pending -> overview.totals()
                                .chain(totals -> deadLetters
                                        .settled()
                                        .map(settled -> PipelineStatus.of(
                                                broker, open(broker, settled), pending.pending(), totals)))));
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ofSeconds(1));
    }

    /**
     * Everything about each consumer group and partition, right now.
     *
     * <p>It reads the oldest record that is not done yet where there is one, for its time.
     */
    public Uni<List<PartitionLag>> partitions() {
        return worker.run(this::askForPartitions);
    }

    /** How many letters lie in each dead-letter topic that nobody has dealt with. */
    private static List<DeadLetters> open(Broker broker, Map<String, List<Long>> settled) {
        return broker.deadLetters().stream()
                .map(letters -> new DeadLetters(
                        letters.group(),
                        letters.topic(),
                        Math.max(
                                0,
                                letters.count()
                                        - settled.getOrDefault(letters.topic(), List.of()).stream()
                                                .filter(offset -> offset
                                                        >= broker.starts().getOrDefault(letters.topic(), 0L))
                                                .count())))
                .toList();
    }

    private List<PartitionLag> askForPartitions() throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> there = admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        List<TopicPartition> partitions = partitions(Arrays.stream(Topic.values())
                .map(Topic::topicName)
                .filter(there::contains)
                .toList());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed();
        List<Place> places = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            for (String group : topic.consumerGroups()) {
                partitions.stream()
                        .filter(partition -> partition.topic().equals(topic.topicName()))
                        .sorted(Comparator.comparingInt(TopicPartition::partition))
                        .forEach(partition -> {
                            OffsetAndMetadata offset =
                                    committed.getOrDefault(group, Map.of()).get(partition);
                            long start = starts.getOrDefault(partition, 0L);
                            places.add(new Place(
                                    group,
                                    partition,
                                    offset == null ? start : Math.max(start, offset.offset()),
                                    ends.getOrDefault(partition, 0L)));
                        });
            }
        }
        Map<TopicPartition, Map<Long, Instant>> times = oldestRecords.of(places.stream()
                .filter(Place::behind)
                .collect(Collectors.groupingBy(Place::partition, Collectors.mapping(Place::next, Collectors.toSet()))));
        return places.stream()
                .map(place -> {
                    Instant oldest = place.behind()
                            ? times.getOrDefault(place.partition(), Map.of()).get(place.next())
                            : null;
                    return new PartitionLag(
                            place.group(),
                            place.partition().topic(),
                            place.partition().partition(),
                            place.next(),
                            place.end(),
                            oldest,
                            waited(oldest));
                })
                .toList();
    }

    /**
     * Where a group stands in a partition.
     *
     * @param next the offset that it does next
     * @param end the offset after the last record
     */
    private record Place(String group, TopicPartition partition, long next, long end) {
        boolean behind() {
            return next < end;
        }
    }

    private static Duration waited(@Nullable Instant since) {
        Duration waited = since == null ? Duration.ZERO : Duration.between(since, MACHINE.instant());
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    private Broker ask() throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> there = admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        List<String> wanted = Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.concat(
                        Stream.of(topic.topicName()),
                        topic.consumerGroups().stream().map(topic::deadLetterTopic)))
                .filter(there::contains)
                .toList();
        List<TopicPartition> partitions = partitions(wanted);
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed();
        List<Lag> lags = new ArrayList<>();
        List<DeadLetters> deadLetters = new ArrayList<>();
        List<TopicEnd> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(new TopicEnd(topic.topicName(), sum(ends, topic.topicName())));
            for (String group : topic.consumerGroups()) {
                lags.add(new Lag(
                        group,
                        topic.topicName(),
                        lag(topic.topicName(), starts, ends, committed.getOrDefault(group, Map.of()))));
                String dlq = topic.deadLetterTopic(group);
                deadLetters.add(new DeadLetters(group, dlq, sum(ends, dlq) - sum(starts, dlq)));
            }
        }
        Map<String, Long> firsts = new HashMap<>();
        starts.forEach((partition, offset) -> firsts.merge(partition.topic(), offset, Long::min));
        return new Broker(lags, deadLetters, topics, firsts);
    }

    private List<TopicPartition> partitions(Collection<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, TopicDescription> described =
                admin.describeTopics(topics).allTopicNames().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return described.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(question)
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .forEach((partition, answer) -> offsets.put(partition, answer.offset()));
        return offsets;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed()
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, ListConsumerGroupOffsetsSpec> question = new HashMap<>();
        Set<String> groups = Arrays.stream(Topic.values())
                .flatMap(topic -> topic.consumerGroups().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        groups.forEach(group -> question.put(group, new ListConsumerGroupOffsetsSpec()));
        return admin.listConsumerGroupOffsets(question).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What a group that never committed has before it is everything that is still there. */
    private static long lag(
            String topic,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        long lag = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            if (end.getKey().topic().equals(topic)) {
                OffsetAndMetadata done = committed.get(end.getKey());
                long from = done == null ? starts.getOrDefault(end.getKey(), 0L) : done.offset();
                lag += Math.max(0, end.getValue() - from);
            }
        }
        return lag;
    }

    private static long sum(Map<TopicPartition, Long> offsets, String topic) {
        return offsets.entrySet().stream()
                .filter(offset -> offset.getKey().topic().equals(topic))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** @param starts the first offset that each topic still has */
    record Broker(List<Lag> lags, List<DeadLetters> deadLetters, List<TopicEnd> topics, Map<String, Long> starts) {}

    record Pending(long pending) {}
}
