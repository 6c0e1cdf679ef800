package io.conductatlas.gateway.endpoints;

import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.events.EndpointStated;
import io.conductatlas.events.Sealed;
import io.conductatlas.gateway.accounts.Account;
import io.conductatlas.gateway.accounts.Accounts;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.Rows;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.conductatlas.secrets.Vault;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The subscribers' webhook endpoints. Addresses and secrets are sealed here and on the topic. */
@ApplicationScoped
public class Endpoints {

    private static final String URL = "webhook-url";
    private static final String SECRET = "webhook-secret";

    private final Tables tables;
    private final Rows rows;
    private final Accounts accounts;
    private final Vault vault;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Endpoints(Tables tables, Rows rows, Accounts accounts, Vault vault, Outbox outbox, Clock clock) {
        this.tables = tables;
        this.rows = rows;
        this.accounts = accounts;
        this.vault = vault;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * How all endpoints fare, the worst first.
     *
     * @param since from when attempts are counted
     */
    public Uni<List<EndpointHealth>> health(Instant since, int limit) {
        return rows.list(Faring.class, """
                        select e.id, e.subscriber_id, e.url, e.active, coalesce(c.attempts, 0) as attempts,
                               coalesce(c.taken, 0) as taken, l.outcome as last_outcome, l.status as last_status,
                               l.attempted_at as last_at
                          from webhook_endpoint e
                          left join lateral (select count(*) as attempts,
                                                    count(*) filter (where outcome = 'DELIVERED') as taken
                                               from delivery_attempt a
                                              where a.endpoint_id = e.id and a.attempted_at >= $1) c on true
                          left join lateral (select outcome, status, attempted_at from delivery_attempt a
                                              where a.endpoint_id = e.id order by a.attempted_at desc limit 1) l on true
                         order by not e.active, c.attempts - c.taken desc, e.since desc limit $2""", since, limit)
                .map(found -> found.stream().map(this::health).toList());
    }

    private EndpointHealth health(Faring faring) {
        String host = URI.create(vault.open(URL, faring.url())).getHost();
        return new EndpointHealth(
                faring.id(),
                faring.subscriberId(),
                host == null ? "" : host,
                faring.active(),
                faring.attempts(),
                faring.taken(),
                faring.lastOutcome(),
                faring.lastStatus(),
                faring.lastAt());
    }

    /** Those in force, in the order in which they were made: a plan allows a handful. */
    Uni<List<EndpointView>> list(UUID subscriberId) {
        return rows.list(
                        Endpoint.class,
                        "select * from webhook_endpoint where subscriber_id = $1 and active order by since, id",
                        subscriberId)
                .map(endpoints -> endpoints.stream().map(this::view).toList());
    }

    /** Makes one, with its secret in plain this once; fails where the plan has no room for it. */
    Uni<Made> add(UUID subscriberId, String url, List<String> eventTypes) {
        String secret = secret();
        return Panache.withTransaction(() -> accounts.locked(subscriberId)
                        .chain(account -> inForce(subscriberId)
                                .invoke(endpoints -> checkPlan(account, endpoints.size()))
                                .chain(() -> {
                                    Endpoint endpoint = new Endpoint(
                                            Ids.next(clock),
                                            subscriberId,
                                            vault.seal(URL, url),
                                            List.of(vault.seal(SECRET, secret)),
                                            eventTypes,
                                            true,
                                            clock.instant(),
                                            0);
                                    return put(endpoint).replaceWith(endpoint);
                                })))
                .map(endpoint -> new Made(view(endpoint), secret));
    }

    /** Gives one a new secret, which signs beside the last one until the next rotation. */
    Uni<Made> rotate(UUID subscriberId, UUID id) {
        String secret = secret();
        return change(subscriberId, id, endpoint -> endpoint.withSecret(vault.seal(SECRET, secret)))
                .map(endpoint -> new Made(view(endpoint), secret));
    }

    Uni<Void> ping(UUID subscriberId, UUID id) {
        return change(subscriberId, id, Endpoint::pinged).replaceWithVoid();
    }

    Uni<Void> end(UUID subscriberId, UUID id) {
        return change(subscriberId, id, Endpoint::ended).replaceWithVoid();
    }

    private Uni<Endpoint> change(UUID subscriberId, UUID id, UnaryOperator<Endpoint> next) {
        return Panache.withTransaction(() -> accounts.locked(subscriberId)
                .chain(account -> inForce(subscriberId))
                .map(endpoints -> endpoints.stream()
                        .filter(endpoint -> endpoint.id().equals(id))
                        .findFirst()
                        .map(next)
                        .orElseThrow(() -> ProblemException.notFound("webhook endpoint", id.toString())))
                .call(this::put));
    }

    private static void checkPlan(Account account, int inUse) {
        int most = account.plan().webhooks() ? account.maxEndpoints() : 0;
        if (inUse >= most) {
            throw ProblemException.planLimit(account.plan().name(), "webhook endpoints", most, inUse);
        }
    }

    private Uni<List<Endpoint>> inForce(UUID subscriberId) {
        return tables.list(
                Endpoint.class,
                "select * from webhook_endpoint where subscriber_id = :subscriber and active order by since, id",
                Map.of("subscriber", subscriberId));
    }

    private Uni<Void> put(Endpoint endpoint) {
        Row row = Row.of("id", endpoint.id())
                .with("subscriber_id", endpoint.subscriberId())
                .with("url", endpoint.url())
                .with("secrets", endpoint.secrets())
                .with("event_types", endpoint.eventTypes())
                .with("active", endpoint.active())
                .with("since", endpoint.since())
                .with("ping", endpoint.ping());
        return tables.put("webhook_endpoint", "id", row)
                .chain(() -> outbox.add(new EndpointStated(
                        Ids.next(clock),
                        endpoint.id(),
                        endpoint.subscriberId(),
                        endpoint.url(),
                        endpoint.secrets(),
                        endpoint.eventTypes(),
                        endpoint.active(),
                        endpoint.since(),
                        endpoint.ping(),
                        clock.instant())));
    }

    private EndpointView view(Endpoint endpoint) {
        return new EndpointView(
                endpoint.id(), vault.open(URL, endpoint.url()), endpoint.eventTypes(), endpoint.since());
    }

    /** As Standard Webhooks has it: {@code whsec_} and the Base64 of 32 random bytes. */
    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /** An endpoint as its row has it. */
    record Endpoint(
            UUID id,
            UUID subscriberId,
            Sealed url,
            List<Sealed> secrets,
            List<String> eventTypes,
            boolean active,
            Instant since,
            int ping) {

        private static final int SECRETS_IN_FORCE = 2;

        Endpoint withSecret(Sealed secret) {
            List<Sealed> inForce = Stream.concat(Stream.of(secret), secrets.stream())
                    .limit(SECRETS_IN_FORCE)
                    .toList();
            return new Endpoint(id, subscriberId, url, inForce, eventTypes, active, since, ping);
        }

        Endpoint pinged() {
            return new Endpoint(id, subscriberId, url, secrets, eventTypes, active, since, ping + 1);
        }

        Endpoint ended() {
            return new Endpoint(id, subscriberId, url, secrets, eventTypes, false, since, ping);
        }
    }

    record Faring(
            UUID id,
            UUID subscriberId,
            Sealed url,
            boolean active,
            long attempts,
            long taken,
            @Nullable String lastOutcome,
            @Nullable Integer lastStatus,
            @Nullable Instant lastAt) {}

    record Made(EndpointView view, String secret) {}
}
