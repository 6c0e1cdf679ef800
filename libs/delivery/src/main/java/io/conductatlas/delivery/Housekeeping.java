package io.conductatlas.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Forgets what nobody needs any more: events long told, and claims on events that cannot come again. */
final class Housekeeping {

    private static final int AT_ONCE = 2_000;

    private static final String PRUNE_OUTBOX = """
            delete from outbox where position in (
                select position from outbox where published_at < ? order by published_at limit ? for update skip locked)
            """;
    private static final String PRUNE_INBOX = """
            delete from inbox where (consumer, event_id) in (
                select consumer, event_id from inbox where handled_at < ? order by handled_at limit ?
                for update skip locked)
            """;

    private final DataSource database;

    Housekeeping(DataSource database) {
        this.database = database;
    }

    /** Forgets events that were told before {@code limit}; what is not told is never forgotten. */
    int pruneOutbox(Instant limit) throws SQLException {
        return prune(PRUNE_OUTBOX, limit);
    }

    int pruneInbox(Instant limit) throws SQLException {
        return prune(PRUNE_INBOX, limit);
    }

    private int prune(String sql, Instant limit) throws SQLException {
        int all = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, OffsetDateTime.ofInstant(limit, ZoneOffset.UTC));
            statement.setInt(2, AT_ONCE);
            int pruned;
            do {
                pruned = statement.executeUpdate();
                all += pruned;
            } while (pruned == AT_ONCE);
        }
        return all;
    }
}
