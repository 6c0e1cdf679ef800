package io.conductatlas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.conductatlas.embedded.StackTestResource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Relays on a real database and a real broker, without an application, so that they can be broken one by one. */
class RelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Clock CLOCK = Clock.systemUTC();

    private static PGSimpleDataSource database;
    private static String servers;
    private static Kafka kafka;

    private String topic;

    @BeforeAll
    static void startTheServers() {
        StackTestResource stack = new StackTestResource();
        stack.init(Map.of(StackTestResource.DATABASE, "relay"));
        Map<String, String> config = stack.start();
        database = new PGSimpleDataSource();
        database.setUrl(config.get("quarkus.datasource.jdbc.url"));
        database.setUser("postgres");
        database.setPassword("postgres");
        Flyway.configure().dataSource(database).locations("db/delivery").load().migrate();
        execute("create table aggregate (id int primary key, count int not null)");
        servers = config.get("kafka.bootstrap.servers");
        kafka = new Kafka(servers);
    }

    @AfterAll
    static void letGo() {
        kafka.close();
    }

    @BeforeEach
    void beginAnew() throws Exception {
        execute("truncate outbox, inbox, aggregate");
        topic = "relay-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(topic, 4, (short) 1))).all().get();
        }
    }

    @Test
    void ofTwoTransactionsOfWhichTheLowerPositionCommitsLastBothAreTold() throws Exception {
        try (Connection slow = open();
                Connection quick = open();
                Relay relay = relay(database)) {
            UUID low = add(slow, "slow", 1);
            UUID high = add(quick, "quick", 1);
            quick.commit();
            tellAll(relay);
            assertThat(ids()).containsExactly(high.toString());

            slow.commit();
            tellAll(relay);

            assertThat(ids()).containsExactlyInAnyOrder(low.toString(), high.toString());
        }
    }

    @Test
    void whatIsRolledBackIsNeverTold() throws Exception {
        try (Connection connection = open();
                Relay relay = relay(database)) {
            add(connection, "key", 1);
            connection.rollback();
            UUID committed = add(connection, "key", 2);
            connection.commit();

            tellAll(relay);

            assertThat(ids()).containsExactly(committed.toString());
        }
    }

    @Test
    void aCrashBetweenAcknowledgementAndMarkTellsAgainAndLosesNothing() throws Exception {
        AtomicBoolean crash = new AtomicBoolean(true);
        UUID event;
        try (Connection connection = open()) {
            event = add(connection, "key", 1);
            connection.commit();
        }

        try (Relay relay = relay(failingToMark(crash::get))) {
            org.assertj.core.api.Assertions.assertThatThrownBy(relay::round).isInstanceOf(SQLException.class);
            crash.set(false);
            // the lock ends when the server notices that the connection is gone, which may take a moment
            await().atMost(PATIENCE).until(() -> {
                tellAll(relay);
                return pending() == 0;
            });
        }

        assertThat(ids()).containsExactly(event.toString(), event.toString());
    }

    @Test
    void aSecondRelayStandsByWhileTheFirstIsAtWork() throws Exception {
        try (Connection first = open();
                Connection writer = open();
                Relay second = relay(database)) {
            add(writer, "key", 1);
            writer.commit();
            try (PreparedStatement lock = first.prepareStatement(Relay.LOCKED)) {
                lock.setLong(1, Relay.LOCK);
                lock.execute();
            }

            assertThat(second.round()).isEqualTo(Relay.Round.IDLE);
            first.rollback();

            assertThat(second.round().told()).hasSize(1);
        }
    }

    @Test
    void perKeyTheOrderIsThatOfTheCommitsHoweverOftenRelaysAndProducersAreKilled() throws Exception {
        int keys = 8;
        int events = 4_000;
        long seed = System.nanoTime();
        Random chance = new Random(seed);
        for (int key = 0; key < keys; key++) {
            execute("insert into aggregate values (" + key + ", 0)");
        }
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicInteger written = new AtomicInteger();
        AtomicInteger killed = new AtomicInteger();
        Map<String, Position> committed = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                long mine = chance.nextLong();
                writers.add(threads.submit(() -> write(new Random(mine), keys, events, written, committed)));
            }
            List<Future<?>> relays = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                long mine = chance.nextLong();
                relays.add(threads.submit(() -> relayUntil(writing, new Random(mine), killed)));
            }
            for (Future<?> writer : writers) {
                writer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            await().atMost(PATIENCE).until(() -> pending() == 0);
            writing.set(false);
            for (Future<?> relay : relays) {
                relay.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            writing.set(false);
            threads.shutdownNow();
        }

        List<ConsumerRecord<String, byte[]>> records = kafka.all(topic);
        Map<String, Integer> last = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            String id = Kafka.headers(record).get(EventHeaders.ID);
            Position position = committed.get(id);
            assertThat(position)
                    .as("%s was told but never committed (seed %d)", id, seed)
                    .isNotNull();
            if (seen.add(id)) {
                assertThat(position.number())
                        .as("key %s (seed %d)", position.key(), seed)
                        .isEqualTo(last.merge(position.key(), 1, Integer::sum));
            }
        }
        assertThat(seen).as("seed %d", seed).hasSameSizeAs(committed.keySet());
        assertThat(killed.get())
                .as("nothing was tested unless something was killed")
                .isPositive();
        assertThat(records.size()).isGreaterThanOrEqualTo(committed.size());
    }

    @Test
    void housekeepingForgetsWhatWasToldLongAgoAndNeverWhatWasNotTold() throws Exception {
        try (Connection connection = open();
                Relay relay = relay(database)) {
            add(connection, "told", 1);
            connection.commit();
            tellAll(relay);
            add(connection, "waiting", 1);
            connection.commit();
        }
        execute("insert into inbox values ('old', gen_random_uuid(), timestamp with time zone '2001-01-01 00:00Z')");
        execute("insert into inbox values ('new', gen_random_uuid(), timestamp with time zone '2199-01-01 00:00Z')");
        Housekeeping housekeeping = new Housekeeping(database);

        assertThat(housekeeping.pruneOutbox(Instant.parse("2002-01-01T00:00:00Z")))
                .isZero();
        assertThat(housekeeping.pruneOutbox(CLOCK.instant().plusSeconds(3600))).isEqualTo(1);
        assertThat(housekeeping.pruneInbox(Instant.parse("2002-01-01T00:00:00Z")))
                .isEqualTo(1);

        assertThat(pending()).isEqualTo(1);
        assertThat(OutboxState.measure(database)).satisfies(state -> {
            assertThat(state.pending()).isEqualTo(1);
            assertThat(state.oldest()).isPresent();
        });
    }

    /** As services do it: lock the aggregate, count on, add to the outbox; now and then think better of it. */
    private void write(Random chance, int keys, int events, AtomicInteger written, Map<String, Position> committed) {
        try (Connection connection = open()) {
            while (written.incrementAndGet() <= events) {
                int key = chance.nextInt(keys);
                int number = countOn(connection, key);
                UUID id = add(connection, "key-" + key, number);
                if (chance.nextInt(20) == 0) {
                    connection.rollback();
                } else {
                    committed.put(id.toString(), new Position("key-" + key, number));
                    connection.commit();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int countOn(Connection connection, int key) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update aggregate set count = count + 1 where id = ? returning count")) {
            update.setInt(1, key);
            try (ResultSet result = update.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    /** One relay after the other: each is abandoned or loses its producer or its transaction sooner or later. */
    private void relayUntil(AtomicBoolean writing, Random chance, AtomicInteger killed) {
        while (writing.get()) {
            AtomicReference<Producer<byte[], byte[]>> current = new AtomicReference<>();
            AtomicInteger rounds = new AtomicInteger(1 + chance.nextInt(20));
            DataSource breaking = failingToMark(() -> rounds.get() == 1 && killed.incrementAndGet() > 0);
            try (Relay relay = new Relay(
                    breaking,
                    new Publisher(
                            () -> {
                                Producer<byte[], byte[]> producer = producer();
                                current.set(producer);
                                return producer;
                            },
                            PATIENCE),
                    CLOCK,
                    40)) {
                while (writing.get() && rounds.decrementAndGet() > 0) {
                    Producer<byte[], byte[]> victim = current.get();
                    if (victim != null && chance.nextInt(8) == 0) {
                        killed.incrementAndGet();
                        CompletableFuture.delayedExecutor(chance.nextInt(8), TimeUnit.MILLISECONDS)
                                .execute(() -> victim.close(Duration.ZERO));
                    }
                    relay.round();
                }
            } catch (SQLException crashed) {
                // The next one takes over.
            }
        }
    }

    private static void tellAll(Relay relay) throws SQLException {
        Relay.Round round = relay.round();
        while (!round.told().isEmpty()) {
            assertThat(round.failure()).isEmpty();
            round = relay.round();
        }
    }

    private Relay relay(DataSource source) {
        return new Relay(source, new Publisher(RelayTest::producer, PATIENCE), CLOCK, 10);
    }

    private static Producer<byte[], byte[]> producer() {
        return OutboxRelay.producer(Map.of("bootstrap.servers", servers), "relay-test", Duration.ofSeconds(30));
    }

    private UUID add(Connection connection, String key, int number) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into outbox (event_id, topic, record_key, partition_key, type, headers, payload, created_at)
                values (?, ?, ?, ?, 'test', ?, ?, ?)
                """)) {
            insert.setObject(1, id);
            insert.setString(2, topic);
            insert.setString(3, key);
            insert.setString(4, key);
            insert.setString(5, EventJson.write(Map.of(EventHeaders.ID, id.toString())));
            insert.setString(6, Integer.toString(number));
            insert.setObject(7, OffsetDateTime.ofInstant(CLOCK.instant(), ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return id;
    }

    private List<String> ids() {
        return kafka.all(topic).stream()
                .map(record -> Kafka.headers(record).get(EventHeaders.ID))
                .toList();
    }

    private static long pending() throws SQLException {
        return OutboxState.measure(database).pending();
    }

    private static Connection open() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database, whose connections break when something is to be marked: after the broker has acknowledged it. */
    private static DataSource failingToMark(java.util.function.BooleanSupplier now) {
        return (DataSource) Proxy.newProxyInstance(
                RelayTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (source, method, arguments) -> breaking(database.getConnection(), now));
    }

    private static Connection breaking(Connection connection, java.util.function.BooleanSupplier now) {
        return (Connection) Proxy.newProxyInstance(
                RelayTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean marking = method.getName().equals("prepareStatement")
                            && arguments[0].toString().startsWith("update outbox");
                    if (marking && now.getAsBoolean()) {
                        connection.close();
                        throw new SQLException("the connection broke", "08006");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private record Position(String key, int number) {}
}
