package io.conductatlas.gateway.subscriptions;

import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.events.PlanTerms;
import io.conductatlas.events.SubscriptionScope;
import io.conductatlas.events.SubscriptionStated;
import io.conductatlas.gateway.accounts.Account;
import io.conductatlas.gateway.accounts.Accounts;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.Page;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.readmodel.Rows;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.conductatlas.gateway.subscriptions.Wanted.Target;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each subscriber follows. The account's row is held while the plan is checked, so that two requests at once cannot
 * both take the last place.
 */
@ApplicationScoped
class Subscriptions {

    private static final String VIEW = """
            select s.id, s.scope, p.slug as platform, d.slug as document, s.provision_id as provision,
                   s.provision_type, s.since
              from subscription s left join platform p on p.id = s.platform_id
              left join document d on d.id = s.document_id
             where s.subscriber_id = $1 and s.active
            """;

    private final Tables tables;
    private final Rows rows;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    Subscriptions(Tables tables, Rows rows, Accounts accounts, Outbox outbox, Clock clock) {
        this.tables = tables;
        this.rows = rows;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Those in force, in the order in which they were made. */
    Uni<Page<SubscriptionView>> list(UUID subscriberId, PageRequest page) {
        return rows.page(
                page,
                view -> view.id().toString(),
                SubscriptionView.class,
                VIEW + """
                           and ($2::text is null or (s.since, s.id) >
                                 (select x.since, x.id from subscription x where x.id = cast($2::text as uuid)))
                         order by s.since, s.id limit $3""",
                subscriberId,
                page.after(),
                page.limit() + 1);
    }

    /** Makes one, unless the subscriber has it already; fails where the plan does not reach that far. */
    Uni<Made> add(UUID subscriberId, Wanted wanted) {
        return Panache.withTransaction(() -> accounts.locked(subscriberId)
                        .chain(account -> target(wanted)
                                .chain(target -> inForce(subscriberId)
                                        .chain(followed -> addUnlessThere(account, wanted, target, followed)))))
                .chain(made -> view(subscriberId, made.id()).map(view -> new Made(view, made.isNew())));
    }

    /** Ends one; fails with 404 where this subscriber has none by that id. */
    Uni<Void> end(UUID subscriberId, UUID id) {
        return Panache.withTransaction(() -> accounts.locked(subscriberId)
                .chain(account -> inForce(subscriberId))
                .map(followed -> followed.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.notFound("subscription", id.toString())))
                .chain(one -> tables.run("update subscription set active = false where id = :id", Map.of("id", id))
                        .chain(() -> tell(subscriberId, one, false))));
    }

    private Uni<Outcome> addUnlessThere(Account account, Wanted wanted, Target target, List<Followed> followed) {
        Followed made = new Followed(
                Ids.next(clock),
                wanted.scope(),
                target.platformId(),
                target.documentId(),
                wanted.provision(),
                wanted.provisionType(),
                clock.instant());
        Optional<Followed> same = followed.stream().filter(made::followsTheSame).findFirst();
        if (same.isPresent()) {
            return Uni.createFrom().item(new Outcome(same.get().id(), false));
        }
        checkPlan(account.plan(), made, followed);
        Row row = Row.of("id", made.id())
                .with("subscriber_id", account.id())
                .with("scope", made.scope())
                .with("platform_id", made.platformId())
                .with("document_id", made.documentId())
                .with("provision_id", made.provisionId())
                .with("provision_type", made.provisionType())
                .with("since", made.since())
                .with("active", true);
        return tables.add("subscription", row)
                .chain(() -> tell(account.id(), made, true))
                .replaceWith(new Outcome(made.id(), true));
    }

    private static void checkPlan(PlanTerms plan, Followed wanted, List<Followed> followed) {
        boolean provisionLevel =
                wanted.scope() == SubscriptionScope.PROVISION || wanted.scope() == SubscriptionScope.PROVISION_TYPE;
        if (provisionLevel && !plan.provisionLevel()) {
            throw ProblemException.planLimit(plan.name(), "provision-level monitoring", 0, 0);
        }
        Integer most = plan.maxPlatforms();
        if (most == null || wanted.platformId() == null) {
            return;
        }
        List<UUID> platforms = platforms(followed.stream());
        int then =
                platforms(Stream.concat(followed.stream(), Stream.of(wanted))).size();
        if (then > most && then > platforms.size()) {
            throw ProblemException.planLimit(plan.name(), "platforms", most, platforms.size());
        }
    }

    private static List<UUID> platforms(Stream<Followed> followed) {
        return followed.map(Followed::platformId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private Uni<Target> target(Wanted wanted) {
        String platform = wanted.platform();
        if (platform == null) {
            return wanted.provision() == null
                    ? Uni.createFrom().item(new Target(null, null))
                    : ofProvision(wanted, wanted.provision());
        }
        return tables.first(
                        Target.class,
                        """
                        select p.id as platform_id, d.id as document_id
                          from platform p
                          left join document d on d.platform_id = p.id and d.slug = :document
                         where p.slug = :platform""",
                        Map.of("platform", platform, "document", wanted.document() == null ? "" : wanted.document()))
                .map(found -> wanted.checked(found.orElse(null)))
                .chain(target -> wanted.provision() == null
                        ? Uni.createFrom().item(target)
                        : ofProvision(wanted, wanted.provision()));
    }

    private Uni<Target> ofProvision(Wanted wanted, String provision) {
        return tables.first(
                        Target.class,
                        """
                        select d.platform_id, d.id as document_id
                          from provision v
                          join document d on d.id = v.document_id
                          join platform p on p.id = d.platform_id
                         where v.id = :id
                           and (:document = '' or (d.slug = :document and p.slug = :platform))""",
                        Map.of(
                                "id", provision,
                                "document", wanted.document() == null ? "" : wanted.document(),
                                "platform", wanted.platform() == null ? "" : wanted.platform()))
                .map(found -> wanted.checkedProvision(found.orElse(null)));
    }

    private Uni<List<Followed>> inForce(UUID subscriberId) {
        return tables.list(Followed.class, """
                select id, scope, platform_id, document_id, provision_id, provision_type, since
                  from subscription where subscriber_id = :subscriber and active order by since, id""", Map.of("subscriber", subscriberId));
    }

    private Uni<SubscriptionView> view(UUID subscriberId, UUID id) {
        return rows.first(SubscriptionView.class, VIEW + " and s.id = $2", subscriberId, id)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("subscription", id.toString())));
    }

    private Uni<Void> tell(UUID subscriberId, Followed followed, boolean active) {
        return outbox.add(new SubscriptionStated(
                Ids.next(clock),
                followed.id(),
                subscriberId,
                followed.scope(),
                followed.platformId(),
                followed.documentId(),
                followed.provisionId(),
                followed.provisionType(),
                followed.since(),
                active,
                clock.instant()));
    }

    /** A subscription as its row has it. */
    record Followed(
            UUID id,
            SubscriptionScope scope,
            @Nullable UUID platformId,
            @Nullable UUID documentId,
            @Nullable String provisionId,
            @Nullable String provisionType,
            Instant since) {

        boolean followsTheSame(Followed other) {
            return scope == other.scope
                    && Objects.equals(platformId, other.platformId)
                    && Objects.equals(documentId, other.documentId)
                    && Objects.equals(provisionId, other.provisionId)
                    && Objects.equals(provisionType, other.provisionType);
        }
    }

    record Outcome(UUID id, boolean isNew) {}

    record Made(SubscriptionView view, boolean isNew) {}
}
