package io.conductatlas.gateway.subscriptions;

import io.conductatlas.events.SubscriptionScope;
import io.conductatlas.gateway.readmodel.Rows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who follows what a change touches, for our staff. It only tells what subscribers asked for; who is told the plan says. */
@ApplicationScoped
public class Followers {

    private final Rows rows;

    Followers(Rows rows) {
        this.rows = rows;
    }

    /**
     * Who follows one or more of these things, one line for each subscription in force.
     *
     * @param provisions ids of the provisions touched
     * @param types slugs of their types
     */
    public Uni<List<Follower>> of(
            UUID platformId, UUID documentId, List<String> provisions, List<String> types, int limit) {
        return rows.list(
                Follower.class,
                """
                select s.id as subscriber_id, s.plan, s.active, s.alert_mail, s.digest_mail, b.scope, b.since
                  from subscription b join subscriber s on s.id = b.subscriber_id
                 where b.active
                   and (b.scope = 'PLATFORM' and b.platform_id = $1
                        or b.scope = 'DOCUMENT' and b.document_id = $2
                        or b.scope = 'PROVISION' and b.provision_id = any($3)
                        or b.scope = 'PROVISION_TYPE' and b.provision_type = any($4)
                           and (b.platform_id is null or b.platform_id = $1))
                 order by b.since, b.id limit $5""",
                platformId,
                documentId,
                provisions.toArray(String[]::new),
                types.toArray(String[]::new),
                limit);
    }

    /** What a subscriber is and follows. */
    public Uni<Optional<Subscriber>> subscriber(UUID id) {
        return rows.first(Subscriber.class, """
                select s.id, s.plan, s.active, s.alert_mail, s.digest_mail, s.created_at,
                       (select count(*) from subscription b where b.subscriber_id = s.id and b.active) as subscriptions,
                       (select count(*) from webhook_endpoint e where e.subscriber_id = s.id and e.active) as endpoints
                  from subscriber s where s.id = $1""", id);
    }

    /** Somebody who follows something of a change. */
    public record Follower(
            UUID subscriberId,
            String plan,
            boolean active,
            boolean alertMail,
            boolean digestMail,
            SubscriptionScope scope,
            Instant since) {}

    /** A subscriber without what tells who they are. */
    public record Subscriber(
            UUID id,
            String plan,
            boolean active,
            boolean alertMail,
            boolean digestMail,
            Instant createdAt,
            int subscriptions,
            int endpoints) {}
}
