package io.conductatlas.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.events.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class EmbeddedServersTest {
    @TempDir
    Path folder;

    @Test
    void kafkaKeepsTopicsAndRecordsWhenItIsStartedAgain() throws Exception {
        List<Integer> ports = FreePorts.find(2);

        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, ports.get(0), ports.get(1))) {
            kafka.createTopics();
            send(kafka, Topic.CAPTURES.topicName(), "kept");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, ports.get(0), ports.get(1))) {
            kafka.createTopics();

            assertThat(topics(kafka))
                    .contains(
                            Topic.SOURCES.topicName(),
                            Topic.CAPTURES.topicName(),
                            Topic.CAPTURES.deadLetterTopic("differ"));
            assertThat(setting(kafka, Topic.SOURCES.topicName(), "cleanup.policy"))
                    .isEqualTo("compact");
            assertThat(setting(kafka, Topic.CAPTURES.topicName(), "retention.ms"))
                    .isEqualTo("-1");
            assertThat(read(kafka, Topic.CAPTURES.topicName())).isEqualTo("kept");
        }
    }

    @Test
    void durablePostgresWaitsForTheDiskAndKeepsItsData() throws Exception {
        int port = FreePorts.find(1).get(0);
        Path data = folder.resolve("data");
        Path binaries = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.durable(data, binaries, port)) {
            postgres.createDatabase("fetcher");
            query(postgres, "create table kept (word text)", "insert into kept values ('still here')");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.durable(data, binaries, port)) {
            postgres.createDatabase("fetcher");

            assertThat(query(postgres, "select word from kept")).isEqualTo("still here");
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void objectStoreTurnsAwayWhoDoesNotSign() throws Exception {
        try (EmbeddedObjectStore store = EmbeddedObjectStore.start(folder, 0, "access", "secret-secret", "bucket")) {
            put(store, "object", "kept to ourselves");
            URI address = store.endpoint().resolve("/bucket/object");

            HttpResponse<String> read = exchange(HttpRequest.newBuilder(address));
            HttpResponse<String> write =
                    exchange(HttpRequest.newBuilder(address).PUT(HttpRequest.BodyPublishers.ofString("other")));

            assertThat(read.statusCode()).as(read.body()).isEqualTo(403);
            assertThat(write.statusCode()).as(write.body()).isEqualTo(403);
            assertThat(folder.resolve("bucket").resolve("object")).hasContent("kept to ourselves");
        }
    }

    @Test
    void testApplicationsShareServersAndEachHasAnEmptyDatabase() throws Exception {
        StackTestResource first = new StackTestResource();
        StackTestResource second = new StackTestResource();
        first.init(Map.of(StackTestResource.DATABASE, "fetcher"));
        second.init(Map.of());

        Map<String, String> one = first.start();
        Map<String, String> other = second.start();

        assertThat(other.get("kafka.bootstrap.servers")).isEqualTo(one.get("kafka.bootstrap.servers"));
        assertThat(one.get("quarkus.datasource.jdbc.url")).contains("/fetcher_");
        assertThat(other.get("quarkus.datasource.jdbc.url")).isNotEqualTo(one.get("quarkus.datasource.jdbc.url"));
        try (var connection = DriverManager.getConnection(
                one.get("quarkus.datasource.jdbc.url"),
                one.get("quarkus.datasource.username"),
                one.get("quarkus.datasource.password"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    private static void put(EmbeddedObjectStore store, String key, String text) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret-secret"));
        try (S3Client client = S3Client.builder()
                .endpointOverride(store.endpoint())
                .region(Region.of(EmbeddedObjectStore.REGION))
                .forcePathStyle(true)
                .credentialsProvider(credentials)
                .build()) {
            client.putObject(
                    request -> request.bucket("bucket").key(key).ifNoneMatch("*"), RequestBody.fromString(text));
        }
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void send(EmbeddedKafka kafka, String topic, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get();
        }
    }

    private static String read(EmbeddedKafka kafka, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "reader", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int polls = 0; polls < 60; polls++) {
                var records = consumer.poll(Duration.ofSeconds(1));
                if (!records.isEmpty()) {
                    return records.iterator().next().value();
                }
            }
            return "nothing";
        }
    }

    private static Set<String> topics(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }

    private static String setting(EmbeddedKafka kafka, String topic, String name) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }

    private static String query(EmbeddedPostgres postgres, String... statements) throws Exception {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("fetcher"), EmbeddedPostgres.USER, "any");
                var statement = connection.createStatement()) {
            String answer = "";
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    var rows = statement.getResultSet();
                    rows.next();
                    answer = rows.getString(1);
                }
            }
            return answer;
        }
    }
}
