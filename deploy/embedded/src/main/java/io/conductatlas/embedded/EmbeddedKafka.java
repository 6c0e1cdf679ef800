package io.conductatlas.embedded;

import io.conductatlas.events.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka node, broker and controller at once, in this JVM.
 *
 * <p>Its data outlives it: started again on the same folder, it goes on where it stopped, within a few seconds even
 * after it was killed. Topics are never created by accident; call {@link #createTopics()} before anything is sent.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Duration LEADERS_WITHIN = Duration.ofSeconds(60);

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts a node that keeps its data in {@code directory} and listens on loopback only. */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort) {
        try {
            Path home = Files.createDirectories(directory).toRealPath();
            Properties settings = settings(home, port, controllerPort);
            format(home, settings);
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, port);
        } catch (IOException e) {
            throw new EmbeddedServerException("Kafka cannot use the folder " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The port clients connect to. */
    public int port() {
        return port;
    }

    /**
     * Creates every topic of {@link Topic} and the dead-letter topic of each of its consumer groups, where they are
     * missing, and returns when all of their partitions have a leader: a producer that bursts into a topic created a
     * moment before could otherwise lose records.
     */
    public void createTopics() {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            wanted.add(new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1).configs(configOf(topic)));
            for (String group : topic.consumerGroups()) {
                wanted.add(new NewTopic(topic.deadLetterTopic(group), 1, (short) 1)
                        .configs(Map.of(
                                "cleanup.policy", "delete", "retention.ms", "-1", "max.message.bytes", "16777216")));
            }
        }
        createTopics(wanted);
    }

    /** Creates the topics that do not exist yet, and waits for the leaders of all of their partitions. */
    public void createTopics(List<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers()))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            for (var creation : admin.createTopics(missing).values().values()) {
                awaitCreation(creation);
            }
            Set<String> names = new TreeSet<>();
            topics.forEach(topic -> names.add(topic.name()));
            awaitLeaders(admin, names);
        } catch (ExecutionException e) {
            throw new EmbeddedServerException("Kafka could not create its topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("interrupted while Kafka created its topics", e);
        }
    }

    /** Stops the node; its data stays. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void awaitCreation(org.apache.kafka.common.KafkaFuture<Void> creation)
            throws ExecutionException, InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static void awaitLeaders(Admin admin, Set<String> names) throws InterruptedException {
        long deadline = System.nanoTime() + LEADERS_WITHIN.toNanos();
        while (!haveLeaders(admin, names)) {
            if (System.nanoTime() > deadline) {
                throw new EmbeddedServerException("no leader for some of the topics " + names, null);
            }
            Thread.sleep(20);
        }
    }

    private static boolean haveLeaders(Admin admin, Set<String> names) throws InterruptedException {
        try {
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .map(TopicDescription::partitions)
                    .allMatch(partitions -> partitions.stream().allMatch(partition -> partition.leader() != null));
        } catch (ExecutionException notYetKnown) {
            return false;
        }
    }

    private static Map<String, String> configOf(Topic topic) {
        Map<String, String> config = new HashMap<>();
        config.put("cleanup.policy", topic.compacted() ? "compact" : "delete");
        config.put("message.timestamp.type", "LogAppendTime");
        config.put(
                "retention.ms",
                topic.retention().map(Duration::toMillis).orElse(-1L).toString());
        return config;
    }

    private static void format(Path home, Properties settings) throws IOException {
        if (Files.exists(logs(home).resolve("meta.properties"))) {
            return;
        }
        Path file = home.resolve("server.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        int code = StorageTool.execute(arguments, quiet);
        if (code != 0) {
            throw new EmbeddedServerException("Kafka could not format its folder " + home, null);
        }
    }

    private static Path logs(Path home) {
        return home.resolve("logs");
    }

    private static Properties settings(Path home, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", logs(home).toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("offsets.retention.minutes", "525600");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.segment.bytes", "67108864");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.put("auto.include.jmx.reporter", "false");
        settings.put("metric.reporters", "");
        // A node that was killed is let in again after the session of its former life has run out.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        return settings;
    }
}
