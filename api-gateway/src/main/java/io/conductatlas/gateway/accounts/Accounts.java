package io.conductatlas.gateway.accounts;

import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.events.SubscriberStated;
import io.conductatlas.gateway.problems.Problem.FieldError;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.conductatlas.secrets.Vault;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The subscribers. Every change of one is told in the transaction that makes it. */
@ApplicationScoped
public class Accounts {

    private static final String EMAIL = "email";

    private final Tables tables;
    private final Plans plans;
    private final ApiKeys keys;
    private final KeyHasher hasher;
    private final Vault vault;
    private final Outbox outbox;
    private final Clock clock;

    Accounts(Tables tables, Plans plans, ApiKeys keys, KeyHasher hasher, Vault vault, Outbox outbox, Clock clock) {
        this.tables = tables;
        this.plans = plans;
        this.keys = keys;
        this.hasher = hasher;
        this.vault = vault;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The account, which nobody else changes until the caller's transaction ends. Fails with 404 where there is none.
     */
    public Uni<Account> locked(UUID subscriberId) {
        return lock(subscriberId)
                .map(account ->
                        account.orElseThrow(() -> ProblemException.notFound("subscriber", subscriberId.toString())));
    }

    /** Turns mail off or on, in a transaction of its own; nothing happens where there is no such subscriber. */
    public Uni<Void> change(UUID subscriberId, UnaryOperator<MailWishes> wishes) {
        return Panache.withTransaction(() -> lock(subscriberId)
                .chain(account -> account.isEmpty() ? Uni.createFrom().voidItem() : restate(account.get(), wishes)));
    }

    Uni<Created> create(NewSubscriber wanted) {
        Instant now = clock.instant();
        UUID id = Ids.next(clock);
        return plans.bySlug(wanted.plan())
                .map(plan -> plan.orElseThrow(() -> ProblemException.invalid(
                        List.of(new FieldError("/plan", "unknown-plan", "is not one of the plans")))))
                .chain(plan -> {
                    Account account = new Account(
                            id,
                            vault.seal(EMAIL, wanted.email()),
                            wanted.locale(),
                            wanted.zone().getId(),
                            plan.terms(),
                            plan.maxEndpoints(),
                            true,
                            true,
                            true);
                    return insert(account, wanted.email(), now)
                            .chain(() -> tell(account, now))
                            .chain(() -> keys.mint(id))
                            .map(key -> new Created(account, key));
                });
    }

    private Uni<Void> insert(Account account, String email, Instant now) {
        Row row = Row.of("id", account.id())
                .with("email", account.email())
                .with("email_digest", hasher.digestEmail(email.toLowerCase(Locale.ROOT)))
                .with("locale", account.locale())
                .with("zone", account.zone())
                .with("plan", account.plan().slug())
                .with("active", account.active())
                .with("alert_mail", account.alertMail())
                .with("digest_mail", account.digestMail())
                .with("created_at", now);
        return tables.add("subscriber", row)
                .invoke(added -> {
                    if (!added) {
                        throw ProblemException.conflict("subscriber-exists", "That address has an account already.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Optional<Account>> lock(UUID subscriberId) {
        return tables.first(Account.class, """
                select s.id, s.email, s.locale, s.zone, row_to_json(p) as plan, p.max_endpoints, s.active,
                       s.alert_mail, s.digest_mail
                  from subscriber s join plan p on p.slug = s.plan where s.id = :id for update of s""", Map.of("id", subscriberId));
    }

    private Uni<Void> restate(Account account, UnaryOperator<MailWishes> wishes) {
        MailWishes before = new MailWishes(account.alertMail(), account.digestMail());
        MailWishes after = wishes.apply(before);
        if (after.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        Account changed = new Account(
                account.id(),
                account.email(),
                account.locale(),
                account.zone(),
                account.plan(),
                account.maxEndpoints(),
                account.active(),
                after.alerts(),
                after.digest());
        return tables.run(
                        "update subscriber set alert_mail = :alerts, digest_mail = :digest where id = :id",
                        Map.of("alerts", after.alerts(), "digest", after.digest(), "id", account.id()))
                .chain(() -> tell(changed, clock.instant()));
    }

    private Uni<Void> tell(Account account, Instant now) {
        return outbox.add(new SubscriberStated(
                Ids.next(clock),
                account.id(),
                account.email(),
                account.locale(),
                ZoneId.of(account.zone()),
                account.plan(),
                account.active(),
                account.alertMail(),
                account.digestMail(),
                now));
    }

    /** Which mail a subscriber wants. */
    public record MailWishes(boolean alerts, boolean digest) {}

    record NewSubscriber(String email, String plan, String locale, ZoneId zone) {}

    record Created(Account account, String key) {}
}
