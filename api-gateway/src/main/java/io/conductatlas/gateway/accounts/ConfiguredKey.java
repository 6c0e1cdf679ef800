package io.conductatlas.gateway.accounts;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the staff key that the configuration names, for scripts that set a deployment up; another one replaces it. */
@ApplicationScoped
class ConfiguredKey {

    private static final int SHORTEST = 24;

    private final AgroalDataSource database;
    private final KeyHasher hasher;
    private final Clock clock;
    private final Optional<String> key;

    ConfiguredKey(
            AgroalDataSource database,
            KeyHasher hasher,
            Clock clock,
            @ConfigProperty(name = "atlas.staff.key") Optional<String> key) {
        this.database = database;
        this.hasher = hasher;
        this.clock = clock;
        this.key = key;
    }

    void start(@Observes StartupEvent event) throws SQLException {
        String text = key.orElse("").strip();
        if (text.isEmpty()) {
            return;
        }
        if (text.length() < SHORTEST) {
            throw new IllegalStateException("atlas.staff.key must have at least " + SHORTEST + " characters");
        }
        if (text.startsWith("ca_live_") && KeyText.parse(text).isEmpty()) {
            throw new IllegalStateException("atlas.staff.key looks like a key of ours but its checksum is wrong");
        }
        String publicId = KeyText.parse(text).map(KeyText::publicId).orElse(ApiKeys.CONFIGURED);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into api_key (public_id, hash, scope, created_at) values (?, ?, 'STAFF', ?)
                        on conflict (public_id) do update set hash = excluded.hash
                         where api_key.scope = 'STAFF' and api_key.hash <> excluded.hash""")) {
            insert.setString(1, publicId);
            insert.setString(2, hasher.hashKey(text));
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }
}
