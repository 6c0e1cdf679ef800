package io.conductatlas.gateway.accounts;

import io.conductatlas.gateway.readmodel.Rows;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds who a key speaks for, and makes new ones. A key itself is nowhere stored. */
@ApplicationScoped
public class ApiKeys {

    /** The public id of the key that a deployment's configuration names, whatever form that key has. */
    static final String CONFIGURED = "configured";

    private static final String FIND = """
            select k.public_id, k.hash, k.scope, k.subscriber_id
              from api_key k left join subscriber s on s.id = k.subscriber_id
             where k.public_id = $1 and k.revoked_at is null and coalesce(s.active, true)""";

    private final Rows rows;
    private final Tables tables;
    private final KeyHasher hasher;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(Rows rows, Tables tables, KeyHasher hasher, Clock clock) {
        this.rows = rows;
        this.tables = tables;
        this.hasher = hasher;
        this.clock = clock;
    }

    /** Who {@code key} speaks for; empty if it is none of ours, or revoked. */
    public Uni<Optional<KeyHolder>> holder(String key) {
        Optional<KeyText> text = KeyText.parse(key);
        if (text.isEmpty() && key.startsWith("ca_live_")) {
            return Uni.createFrom().item(Optional.empty());
        }
        String hash = hasher.hashKey(key);
        return rows.first(StoredKey.class, FIND, text.map(KeyText::publicId).orElse(CONFIGURED))
                .map(stored -> stored.filter(row -> KeyHasher.same(row.hash(), hash))
                        .map(row -> new KeyHolder(row.publicId(), row.scope(), row.subscriberId())));
    }

    /** Whether {@code key} has the form of those that are made here, of which nobody finds one by trying. */
    public static boolean isMinted(String key) {
        return KeyText.parse(key).isPresent();
    }

    /** Makes a subscriber's key in the caller's transaction, and shows it this once. */
    Uni<String> mint(UUID subscriberId) {
        KeyText key = KeyText.mint(random);
        Row row = Row.of("public_id", key.publicId())
                .with("hash", hasher.hashKey(key.text()))
                .with("scope", KeyScope.SUBSCRIBER)
                .with("subscriber_id", subscriberId)
                .with("created_at", clock.instant());
        return tables.add("api_key", row).replaceWith(key.text());
    }

    record StoredKey(
            String publicId,
            String hash,
            KeyScope scope,
            @Nullable UUID subscriberId) {}
}
