package io.conductatlas.delivery;

import io.conductatlas.events.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/**
 * Makes the topics that are missing, dead letters included, and knows when they can be sent to: a producer that bursts into
 * a topic without leaders can lose a partition's batches until its delivery timeout.
 */
@ApplicationScoped
class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Map<String, Object> kafka;
    private final TopicsConfig config;

    Topics(@Identifier("default-kafka-broker") Map<String, Object> kafka, TopicsConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /** Whether all topics are there and have leaders, waiting for it up to {@code patience}. */
    boolean ensure(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Admin admin = Admin.create(settings())) {
            boolean ready = tryToEnsure(admin);
            while (!ready && System.nanoTime() < deadline) {
                Thread.sleep(LOOK_EVERY.toMillis());
                ready = tryToEnsure(admin);
            }
            return ready;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }

    private boolean tryToEnsure(Admin admin) throws InterruptedException {
        try {
            List<NewTopic> wanted = wanted();
            if (config.create()) {
                create(admin, wanted);
            }
            Set<String> names = new TreeSet<>();
            wanted.forEach(topic -> names.add(topic.name()));
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .map(TopicDescription::partitions)
                    .allMatch(partitions -> partitions.stream()
                            .allMatch(partition -> partition.leader() != null
                                    && !partition.leader().isEmpty()));
        } catch (ExecutionException e) {
            LOG.debugf("the topics are not ready: %s", e.getMessage());
            return false;
        }
    }

    private static void create(Admin admin, List<NewTopic> wanted) throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = wanted.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        for (Map.Entry<String, KafkaFuture<Void>> creation :
                admin.createTopics(missing).values().entrySet()) {
            try {
                creation.getValue().get();
                LOG.infof("made the topic %s", creation.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another service was faster
                    throw e;
                }
            }
        }
    }

    private List<NewTopic> wanted() {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            Map<String, String> settings = settings(topic.compacted() ? "compact" : "delete");
            settings.put(
                    "retention.ms",
                    Long.toString(topic.retention().map(Duration::toMillis).orElse(-1L)));
            wanted.add(
                    new NewTopic(topic.topicName(), config.partitions(), config.replicationFactor()).configs(settings));
            for (String group : topic.consumerGroups()) {
                wanted.add(deadLetters(topic.deadLetterTopic(group)));
            }
        }
        return wanted;
    }

    /** One partition, so that dead letters keep their order, and room for any record with its reasons. */
    private NewTopic deadLetters(String name) {
        Map<String, String> settings = settings("delete");
        settings.put("retention.ms", "-1");
        settings.put("max.message.bytes", Integer.toString(16 * 1024 * 1024));
        return new NewTopic(name, 1, config.replicationFactor()).configs(settings);
    }

    private Map<String, String> settings(String cleanupPolicy) {
        Map<String, String> settings = new HashMap<>();
        settings.put("cleanup.policy", cleanupPolicy);
        settings.put("retention.bytes", "-1");
        settings.put("message.timestamp.type", "LogAppendTime");
        config.minInsyncReplicas()
                .ifPresent(replicas -> settings.put("min.insync.replicas", Integer.toString(replicas)));
        return settings;
    }
}
