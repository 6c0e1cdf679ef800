package io.conductatlas.gateway.deadletters;

import io.agroal.api.AgroalDataSource;
import io.conductatlas.delivery.DeadLetter;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends dead letters again that our staff asked for, the first asked first, a few each second, and marks them after the
 * broker has acknowledged them. One that Kafka has dropped meanwhile is marked as lost. Several instances share the work by their locks. Killed in between, it sends some letters
 * twice rather than one never.
 */
@ApplicationScoped
class Resending {

    private static final Logger LOG = Logger.getLogger(Resending.class);

    private static final String NEXT = """
            select topic, partition_number, position from dead_letter_act
             where act = 'REPLAY' and done_at is null
             order by asked_at, topic, position limit ? for update skip locked""";
    private static final String DONE = """
            update dead_letter_act set done_at = ?, lost = ?
             where topic = ? and partition_number = ? and position = ? and act = 'REPLAY'""";

    private final AgroalDataSource database;
    private final Boxes boxes;
    private final DeadLettersConfig config;
    private final Clock clock;
    private final String servers;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "dead-letters"));

    Resending(
            AgroalDataSource database,
            Boxes boxes,
            DeadLettersConfig config,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.database = database;
        this.boxes = boxes;
        this.config = config;
        this.clock = clock;
        this.servers = servers;
    }

    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::turn, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(config.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What fails is tried again with the next turn: an exception would end the turns. */
    private void turn() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            List<Place> next = next(connection);
            if (!next.isEmpty()) {
                send(connection, next);
            }
            connection.commit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warnf(e, "dead letters could not be sent again; they are tried again");
        }
    }

    private List<Place> next(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, config.replayPerSecond());
            List<Place> places = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    places.add(
                            new Place(row.getString("topic"), row.getInt("partition_number"), row.getLong("position")));
                }
            }
            return places;
        }
    }

    private void send(Connection connection, List<Place> places)
            throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        try (Consumer<byte[], byte[]> consumer = boxes.consumer();
                Producer<byte[], byte[]> producer = producer();
                PreparedStatement done = connection.prepareStatement(DONE)) {
            for (Place place : places) {
                Optional<DeadLetter> letter = boxes.at(consumer, place);
                if (letter.isPresent()) {
                    producer.send(letter.get().replay()).get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    LOG.errorf("the dead letter at %s is lost: Kafka had dropped it before it was sent again", place);
                }
                done.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                done.setBoolean(2, letter.isEmpty());
                done.setString(3, place.topic());
                done.setInt(4, place.partition());
                done.setLong(5, place.offset());
                done.executeUpdate();
            }
        }
    }

    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "gateway-dead-letters",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
