package io.conductatlas.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Tells Kafka what the outbox holds, in order, and marks what the broker has acknowledged.
 *
 * <p>Rows are found by not being marked, never by a position above the last one: positions are given before commit, so a
 * lower one may become visible later. Of all relays of a database one works at a time, under a lock that ends with its
 * transaction, however that ends. If it ends between acknowledgement and mark, the same rows are told again.
 */
final class Relay implements AutoCloseable {

    /** Any number, as long as nothing else in the database locks the same one. */
    static final long LOCK = 0x6F75_7462_6F78L;

    private static final String PENDING = "select exists (select 1 from outbox where published_at is null)";
    static final String LOCKED = "select pg_try_advisory_xact_lock(?)";
    private static final String BATCH = """
            select position, topic, record_key, partition_key, headers, payload, traceparent, created_at
            from outbox where published_at is null order by position limit ?
            """;
    private static final String MARK = "update outbox set published_at = ? where position = any (?)";

    private final DataSource database;
    private final Publisher publisher;
    private final Clock clock;
    private final int batchSize;

    Relay(DataSource database, Publisher publisher, Clock clock, int batchSize) {
        this.database = database;
        this.publisher = publisher;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    /** Tells one batch, unless there is nothing to tell or another relay is at it. */
    Round round() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!isTrue(connection, PENDING)) {
                return Round.IDLE;
            }
            connection.setAutoCommit(false);
            try {
                Round round = round(connection);
                connection.commit();
                return round;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    @Override
    public void close() {
        publisher.close();
    }

    /** The rows are read by a statement of their own after the lock, so that it sees what the last holder marked. */
    private Round round(Connection connection) throws SQLException {
        if (!isLocked(connection)) {
            return Round.IDLE;
        }
        List<OutboxRow> batch = batch(connection);
        if (batch.isEmpty()) {
            return Round.IDLE;
        }
        Publisher.Outcome outcome = publisher.publish(batch);
        mark(connection, outcome.acknowledged());
        return new Round(outcome.acknowledged(), batch.size() == batchSize, outcome.failure());
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCKED)) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private List<OutboxRow> batch(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BATCH)) {
            statement.setInt(1, batchSize);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(OutboxRow.read(result));
                }
            }
            return rows;
        }
    }

    private void mark(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(OutboxRow::position).toArray()));
            statement.executeUpdate();
        }
    }

    private static void rollback(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /**
     * What a round came to.
     *
     * @param told what is told and marked
     * @param more whether there may be more to tell at once
     * @param failure why not all was told
     */
    record Round(List<OutboxRow> told, boolean more, Optional<Exception> failure) {

        static final Round IDLE = new Round(List.of(), false, Optional.empty());
    }
}
