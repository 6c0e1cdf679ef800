package io.conductatlas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.CheckRecorded;
import io.conductatlas.events.PlatformDeclared;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.Topic;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One small application on real servers, and what becomes of its events when parts of the world break. */
@QuarkusTest
@WithTestResource(CuttableStack.class)
class DeliveryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DEAD_LETTERS = Topic.CAPTURES.deadLetterTopic(EffectConsumer.NAME);

    CuttableProxy database;

    @Inject
    Vertx vertx;

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    Effects effects;

    @Inject
    EffectConsumer consumer;

    @ConfigProperty(name = "test.database.direct")
    String direct;

    private Kafka kafka;

    @BeforeEach
    void connect() {
        kafka = Kafka.ofTheApplication();
    }

    @AfterEach
    void disconnect() {
        database.mend();
        kafka.close();
    }

    @Test
    void tellsWhatIsCommittedAsACloudEvent() {
        PlatformDeclared event = Events.aPlatformDeclared("Ünïcode — “quotes”");

        run(() -> Panache.withTransaction(() -> outbox.add(event)));

        ConsumerRecord<String, byte[]> record = awaitRecord(event);
        assertThat(record.key()).isEqualTo(event.key());
        assertThat(new EventReader().read(record)).isEqualTo(event);
        assertThat(Kafka.headers(record))
                .contains(
                        entry("ce_specversion", "1.0"),
                        entry("ce_type", "io.conductatlas.platform-declared.v1"),
                        entry("ce_source", "/conductatlas/effects"),
                        entry("ce_subject", "larkfield"),
                        entry("ce_time", event.recordedAt().toString()),
                        entry("content-type", "application/json"));
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from outbox where published_at is null"), pending -> pending == 0);
    }

    @Test
    void thePartitionIsThatOfThePartitionKeyNotOfTheKey() {
        PlatformRef platform = Events.aPlatform();
        List<SourceDeclared> sources =
                List.of(Events.aSource(platform), Events.aSource(platform), Events.aSource(platform));

        run(() -> Panache.withTransaction(() -> addAll(sources)));

        byte[] key = platform.id().toString().getBytes(StandardCharsets.UTF_8);
        int expected = Utils.toPositive(Utils.murmur2(key)) % Topic.PARTITIONS;
        assertThat(sources).allSatisfy(source -> {
            assertThat(source.partitionKey()).isEqualTo(platform.id().toString());
            assertThat(awaitRecord(source).partition()).isEqualTo(expected);
        });
    }

    @Test
    void aFailureOfTheOutboxTakesTheBusinessRowWithIt() {
        CheckRecorded cause = Events.aCheck();
        PlatformDeclared fine = Events.aPlatformDeclared("fine");
        PlatformDeclared tooLarge = Events.aPlatformDeclared("x".repeat(EventWriter.MAX_BYTES));

        assertThat(failureOf(() -> effects.commit("test", cause, "never", List.of(fine, tooLarge))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 65536");
        assertThat(failureOf(() -> effects.commit("test", cause, "never", List.of(fine, fine))))
                .hasStackTraceContaining("outbox_event_id_key");

        assertThat(count("select count(*) from effect where event_id = ?", cause.eventId()))
                .isZero();
        assertThat(count("select count(*) from inbox where event_id = ?", cause.eventId()))
                .isZero();
        assertThat(count("select count(*) from outbox where event_id = ?", fine.eventId()))
                .isZero();
    }

    @Test
    void outboxAndInboxRefuseToWorkOutsideATransaction() {
        CheckRecorded event = Events.aCheck();

        assertThat(failureOf(() -> Panache.withSession(() -> outbox.add(event))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(failureOf(() -> outbox.add(event))).isInstanceOf(IllegalStateException.class);
        assertThat(failureOf(() -> Panache.withSession(() -> inbox.claim("test", event.eventId()))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEventIsClaimedOnceForEachConsumer() {
        UUID event = UUID.randomUUID();

        assertThat(run(() -> inbox.isNew("one", event))).isTrue();
        assertThat(run(() -> Panache.withTransaction(() -> inbox.claim("one", event))))
                .isTrue();
        assertThat(run(() -> Panache.withTransaction(() -> inbox.claim("one", event))))
                .isFalse();
        assertThat(run(() -> Panache.withTransaction(() -> inbox.claim("two", event))))
                .isTrue();
        assertThat(run(() -> inbox.isNew("one", event))).isFalse();
    }

    @Test
    void anEventHasItsEffectAndTellsWhatFollows() {
        CheckRecorded event = Events.aCheck();
        PlatformDeclared following = Events.aPlatformDeclared("follows");
        consumer.tells(event.eventId(), List.of(following));

        kafka.send(event);

        awaitRecord(following);
        assertThat(effectsOf(event)).isEqualTo(1);
        assertThat(count("select count(*) from inbox where event_id = ?", event.eventId()))
                .isEqualTo(1);
    }

    @Test
    void aCrashBetweenAcknowledgementAndMarkIsADuplicateThatTheInboxAbsorbs() throws Exception {
        PlatformRef platform = Events.aPlatform();
        CheckRecorded event = Events.aCheck(platform);
        CheckRecorded next = Events.aCheck(platform);

        try (Connection crashing = DriverManager.getConnection(direct, "postgres", "postgres")) {
            crashing.setAutoCommit(false);
            takeTheRelaysLock(crashing);
            run(() -> Panache.withTransaction(() -> outbox.add(event)));
            publishWithoutMarking(crashing, event);
            crashing.rollback();
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.withId(event.topic().topicName(), event.eventId()))
                        .hasSize(2));
        kafka.send(next);
        awaitHandled(next);
        assertThat(effectsOf(event)).isEqualTo(1);
    }

    @Test
    void poisonGoesToTheDeadLettersAsItIsAndWhatFollowsIsHandled() {
        PlatformRef platform = Events.aPlatform();
        CheckRecorded good = Events.aCheck(platform);
        OutgoingEvent valid = new EventWriter("test").write(Events.aCheck(platform));
        Map<String, String> wrongType = new HashMap<>(valid.headers());
        wrongType.put(EventHeaders.TYPE, "io.conductatlas.unheard-of.v1");
        wrongType.put("baggage", "kept");
        byte[] broken = {(byte) 0xff, 0x00, '{', (byte) 0x80};
        String topic = Topic.CAPTURES.topicName();

        RecordMetadata notJson = kafka.send(topic, valid.key(), valid.headers(), broken);
        RecordMetadata unknown = kafka.send(topic, valid.key(), wrongType, valid.value());
        RecordMetadata huge = kafka.send(topic, valid.key(), valid.headers(), new byte[900_000]);
        RecordMetadata keyless = kafka.send(topic, null, valid.headers(), valid.value());
        RecordMetadata bare = kafka.send(topic, valid.key(), Map.of(), valid.value());
        kafka.send(good);

        awaitHandled(good);
        assertThat(awaitDeadLetter(notJson)).satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(broken);
            assertThat(letter.key()).isEqualTo(valid.key());
            assertThat(Kafka.headers(letter)).containsAllEntriesOf(valid.headers());
        });
        assertThat(awaitDeadLetter(unknown)).satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(valid.value());
            assertThat(Kafka.headers(letter))
                    .containsAllEntriesOf(wrongType)
                    .containsEntry("dead-letter-exception-class-name", PoisonRecord.class.getName())
                    .containsEntry("dead-letter-topic", topic)
                    .extractingByKey("dead-letter-reason")
                    .asString()
                    .contains("unheard-of");
        });
        assertThat(awaitDeadLetter(huge).value()).hasSize(900_000);
        assertThat(awaitDeadLetter(keyless).key()).isNull();
        awaitDeadLetter(bare);
    }

    @Test
    void aPermanentFailureLeavesNoTraceAndGoesToTheDeadLetters() {
        PlatformRef platform = Events.aPlatform();
        CheckRecorded impossible = Events.aCheck(platform);
        CheckRecorded next = Events.aCheck(platform);
        consumer.script(impossible.eventId(), () -> {
            throw new IllegalArgumentException("cannot be done");
        });

        RecordMetadata sent = kafka.send(impossible);
        kafka.send(next);

        awaitHandled(next);
        assertThat(Kafka.headers(awaitDeadLetter(sent))).containsEntry("dead-letter-reason", "cannot be done");
        assertThat(effectsOf(impossible)).isZero();
        assertThat(count("select count(*) from inbox where event_id = ?", impossible.eventId()))
                .isZero();
    }

    @Test
    void aDeadLetterIsReplayedUnderItsOldIdAndHasItsEffectOnce() {
        CheckRecorded event = Events.aCheck();
        AtomicInteger tries = new AtomicInteger();
        consumer.script(event.eventId(), () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("a fault in the code");
            }
            return "mended";
        });
        RecordMetadata sent = kafka.send(event);
        awaitDeadLetter(sent);
        DeadLetter letter = kafka.deadLetters(DEAD_LETTERS).stream()
                .filter(each -> each.partition() == sent.partition() && each.offset() == sent.offset())
                .findFirst()
                .orElseThrow();
        assertThat(letter.reason()).isEqualTo("a fault in the code");
        assertThat(letter.eventId()).hasValue(event.eventId().toString());

        kafka.send(letter.replay());
        kafka.send(letter.replay());

        awaitHandled(event);
        List<ConsumerRecord<String, byte[]>> records =
                kafka.withId(event.topic().topicName(), event.eventId());
        assertThat(records).hasSize(3);
        assertThat(Kafka.headers(records.get(2)))
                .containsEntry(EventHeaders.REPLAY_OF, letter.place())
                .doesNotContainKey("dead-letter-reason");
        CheckRecorded next = Events.aCheck(event.platform());
        kafka.send(next);
        awaitHandled(next);
        assertThat(tries).hasValue(2);
        assertThat(effectsOf(event)).isEqualTo(1);
    }

    @Test
    void aTransientFailureIsRetriedInPlaceAndKeepsTheOrder() {
        PlatformRef platform = Events.aPlatform();
        CheckRecorded first = Events.aCheck(platform);
        CheckRecorded second = Events.aCheck(platform);
        AtomicInteger tries = new AtomicInteger();
        consumer.script(first.eventId(), () -> {
            if (tries.incrementAndGet() < 4) {
                throw new ConnectException("the store is away");
            }
            return "at last";
        });

        RecordMetadata sent = kafka.send(first);
        kafka.send(second);

        awaitHandled(second);
        assertThat(tries).hasValue(4);
        assertThat(count(
                        "select count(*) from effect a, effect b where a.position < b.position and a.event_id = ? and b.event_id = ?",
                        first.eventId(),
                        second.eventId()))
                .isEqualTo(1);
        assertThat(deadLetters(sent)).isEmpty();
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsCommittedAndOneRecordIsHandledAtATime() throws Exception {
        PlatformRef platform = Events.aPlatform();
        CheckRecorded event = Events.aCheck(platform);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        consumer.script(event.eventId(), () -> {
            begun.countDown();
            gate.await();
            return "after the gate";
        });

        RecordMetadata sent = kafka.send(event);
        RecordMetadata elsewhere = kafka.send(Events.aCheck());
        assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        await().during(Duration.ofSeconds(2)) // longer than the connector's commit interval
                .atMost(PATIENCE)
                .until(() -> kafka.committed(EffectConsumer.NAME, sent) <= sent.offset());
        gate.countDown();

        await().atMost(PATIENCE).until(() -> kafka.committed(EffectConsumer.NAME, sent) > sent.offset());
        await().atMost(PATIENCE).until(() -> kafka.committed(EffectConsumer.NAME, elsewhere) > elsewhere.offset());
        assertThat(effectsOf(event)).isEqualTo(1);
        assertThat(consumer.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void whileTheDatabaseIsAwayEverythingWaitsAndNothingIsLost() {
        int deadBefore = kafka.all(DEAD_LETTERS).size();
        List<CheckRecorded> events = new ArrayList<>();
        List<PlatformDeclared> following = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.add(Events.aCheck());
            following.add(Events.aPlatformDeclared("follows " + i));
            consumer.tells(events.get(i).eventId(), List.of(following.get(i)));
        }

        events.subList(0, 20).forEach(kafka::send);
        database.cut();
        events.subList(20, 60).forEach(kafka::send);
        // Long enough for half a dozen tries, and short enough for the next pause to be one of a few seconds.
        await().pollDelay(Duration.ofSeconds(6)).atMost(PATIENCE).until(() -> true);
        database.mend();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(idsOn(Topic.SOURCES))
                        .containsAll(following.stream()
                                .map(event -> event.eventId().toString())
                                .toList()));
        assertThat(events).allSatisfy(event -> assertThat(effectsOf(event)).isEqualTo(1));
        assertThat(kafka.all(DEAD_LETTERS)).hasSize(deadBefore);
    }

    private Uni<Void> addAll(List<? extends AtlasEvent> events) {
        Uni<Void> added = Uni.createFrom().voidItem();
        for (AtlasEvent event : events) {
            added = added.chain(() -> outbox.add(event));
        }
        return added;
    }

    private void takeTheRelaysLock(Connection connection) throws SQLException {
        await().atMost(PATIENCE).until(() -> {
            try (PreparedStatement lock = connection.prepareStatement(Relay.LOCKED)) {
                lock.setLong(1, Relay.LOCK);
                try (ResultSet answer = lock.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        });
    }

    private void publishWithoutMarking(Connection connection, AtlasEvent event) throws SQLException {
        OutboxRow row;
        try (PreparedStatement statement = connection.prepareStatement("select * from outbox where event_id = ?")) {
            statement.setObject(1, event.eventId());
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                row = OutboxRow.read(result);
            }
        }
        String servers = org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("kafka.bootstrap.servers", String.class);
        try (Publisher publisher = new Publisher(
                () -> OutboxRelay.producer(Map.of("bootstrap.servers", servers), "crashing", PATIENCE), PATIENCE)) {
            assertThat(publisher.publish(List.of(row)).acknowledged()).containsExactly(row);
        }
    }

    private ConsumerRecord<String, byte[]> awaitRecord(AtlasEvent event) {
        return await().atMost(PATIENCE)
                .until(() -> kafka.withId(event.topic().topicName(), event.eventId()), found -> !found.isEmpty())
                .get(0);
    }

    private ConsumerRecord<String, byte[]> awaitDeadLetter(RecordMetadata of) {
        return await().atMost(PATIENCE)
                .until(() -> deadLetters(of), found -> !found.isEmpty())
                .get(0);
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(RecordMetadata of) {
        return kafka.all(DEAD_LETTERS).stream()
                .filter(letter -> Kafka.headers(letter)
                                .get("dead-letter-partition")
                                .equals("" + of.partition())
                        && Kafka.headers(letter).get("dead-letter-offset").equals("" + of.offset()))
                .toList();
    }

    private void awaitHandled(CheckRecorded event) {
        await().atMost(PATIENCE).until(() -> effectsOf(event) > 0);
    }

    private List<String> idsOn(Topic topic) {
        return kafka.all(topic.topicName()).stream()
                .map(record -> Kafka.headers(record).get(EventHeaders.ID))
                .toList();
    }

    private long effectsOf(AtlasEvent event) {
        return count("select count(*) from effect where event_id = ?", event.eventId());
    }

    private long count(String sql, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(direct, "postgres", "postgres");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> Throwable failureOf(Supplier<Uni<T>> work) {
        CompletableFuture<T> result = start(work);
        try {
            result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("it did not fail");
    }

    private <T> T run(Supplier<Uni<T>> work) {
        return start(work).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** As a request or a record does it: on a Vert.x context of its own. */
    private <T> CompletableFuture<T> start(Supplier<Uni<T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> Uni.createFrom()
                .<T>deferred(work::get)
                .subscribe()
                .with(result::complete, result::completeExceptionally));
        return result;
    }
}
