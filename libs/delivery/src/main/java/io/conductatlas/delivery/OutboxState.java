package io.conductatlas.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How full the outbox is.
 *
 * @param pending how many events wait to be told; {@value #MOST} means that many or more, for nobody counts further
 * @param oldest when the first of them was added
 */
record OutboxState(long pending, Optional<Instant> oldest) {

    static final OutboxState EMPTY = new OutboxState(0, Optional.empty());
    static final int MOST = 10_000;

    private static final String MEASURE = """
            select count(*), min(created_at)
            from (select created_at from outbox where published_at is null order by position limit ?) pending
            """;

    static OutboxState measure(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(MEASURE)) {
            statement.setInt(1, MOST);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return EMPTY;
                }
                OffsetDateTime oldest = result.getObject(2, OffsetDateTime.class);
                return new OutboxState(
                        result.getLong(1), Optional.ofNullable(oldest).map(OffsetDateTime::toInstant));
            }
        }
    }
}
