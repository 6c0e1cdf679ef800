package io.conductatlas.gateway.staff;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Makes the first staff account at the first start. */
@ApplicationScoped
class FirstStaff {

    private static final Logger LOG = Logger.getLogger(FirstStaff.class);
    private static final int SHORTEST = 8;

    private final AgroalDataSource database;
    private final StaffConfig config;
    private final Clock clock;

    FirstStaff(AgroalDataSource database, StaffConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) throws SQLException {
        String password = config.password().orElse("");
        if (password.isEmpty()) {
            return;
        }
        if (password.length() < SHORTEST) {
            throw new IllegalStateException("atlas.staff.password must have at least " + SHORTEST + " characters");
        }
        try (Connection connection = database.getConnection();
                PreparedStatement known = connection.prepareStatement("select 1 from staff_account limit 1");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into staff_account (name, password_hash, roles, created_at)
                        values ('staff', ?, '["viewer", "operator", "reviewer", "admin"]', ?)
                        on conflict do nothing""")) {
            if (known.executeQuery().next()) {
                return;
            }
            insert.setString(1, Passwords.hash(password));
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            if (insert.executeUpdate() == 1) {
                LOG.info("The account staff was made");
            }
        }
    }
}
