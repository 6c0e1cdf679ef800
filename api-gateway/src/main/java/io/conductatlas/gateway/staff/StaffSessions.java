package io.conductatlas.gateway.staff;

import io.conductatlas.archive.Sha256;
import io.conductatlas.delivery.Worker;
import io.conductatlas.gateway.audit.Audit;
import io.conductatlas.gateway.readmodel.Rows;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who of our staff is signed in, in which browser. The cookie holds a random token of which only the hash is stored; where
 * the pages are served over https it is a {@code __Host-} cookie, which no other host can set.
 */
@ApplicationScoped
public class StaffSessions {

    /** Makes an unknown name take as long as a wrong password. */
    private static final String NOBODY = Passwords.hash("nobody has this password");

    private final Rows rows;
    private final Tables tables;
    private final Worker worker;
    private final Audit audit;
    private final StaffConfig config;
    private final Clock clock;
    private final boolean secure;
    private final SecureRandom random = new SecureRandom();

    StaffSessions(
            Rows rows,
            Tables tables,
            Worker worker,
            Audit audit,
            StaffConfig config,
            Clock clock,
            @ConfigProperty(name = "atlas.public-url") String publicUrl) {
        this.rows = rows;
        this.tables = tables;
        this.worker = worker;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
        this.secure = publicUrl.startsWith("https:");
    }

    /** The name of the cookie that holds a session's token. */
    public String cookieName() {
        return secure ? "__Host-atlas-session" : "atlas-session";
    }

    /** Who has the session of that token; empty if there is none, or no longer. */
    public Uni<Optional<StaffMember>> member(String token) {
        return rows.first(StaffMember.class, """
                select a.name, a.roles from staff_session s join staff_account a on a.name = s.account
                 where s.token_hash = $1 and s.expires_at > $2""", hash(token), clock.instant());
    }

    /** Signs in: the cookie of a new session, or empty if name and password do not fit together. */
    public Uni<Optional<NewCookie>> open(String name, String password) {
        return rows.first(Credentials.class, "select password_hash from staff_account where name = $1", name)
                .chain(found -> worker.run(() -> Passwords.matches(
                                password, found.map(Credentials::passwordHash).orElse(NOBODY))
                        && found.isPresent()))
                .chain(right -> right ? begin(name).map(Optional::of) : refuse(name));
    }

    /** Signs out: the cookie that takes the browser's away. */
    public Uni<NewCookie> close(String token) {
        return Panache.withTransaction(() -> tables.first(
                                Holder.class,
                                "delete from staff_session where token_hash = :hash returning account",
                                Map.of("hash", hash(token)))
                        .chain(holder -> holder.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : audit.noteOf(
                                        holder.get().account(),
                                        "signed-out",
                                        holder.get().account(),
                                        "")))
                .replaceWith(cookie("", 0));
    }

    private Uni<Optional<NewCookie>> refuse(String name) {
        String actor = name.codePoints().anyMatch(Character::isISOControl) ? "a name that is none" : name;
        return Panache.withTransaction(() -> audit.noteOf(actor, "sign-in-refused", actor, ""))
                .replaceWith(Optional.empty());
    }

    private Uni<NewCookie> begin(String name) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Row row = Row.of("token_hash", hash(token))
                .with("account", name)
                .with("created_at", now)
                .with("expires_at", now.plus(config.session()));
        return Panache.withTransaction(
                        () -> tables.add("staff_session", row).chain(() -> audit.noteOf(name, "signed-in", name, "")))
                .replaceWith(cookie(token, (int) config.session().toSeconds()));
    }

    private NewCookie cookie(String token, int maxAge) {
        return new NewCookie.Builder(cookieName())
                .value(token)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private static String hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }

    record Credentials(String passwordHash) {}

    record Holder(String account) {}
}
