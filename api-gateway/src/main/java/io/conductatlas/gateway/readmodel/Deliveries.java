package io.conductatlas.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What subscribers were told, and what was withheld from them, and why. */
@ApplicationScoped
public class Deliveries {

    private static final String SELECT = """
            select * from (
              select event_id as id, 'ATTEMPTED' as kind, subscriber_id, channel, delivery_id, message_id, change_id,
                     endpoint_id, attempt, outcome, cast(null as text) as reason, status, detail,
                     duration_millis, next_attempt_at, recorded_at
                from delivery_attempt
              union all
              select event_id, 'WITHHELD', subscriber_id, channel, null, null, change_id, null, null, null, reason,
                     null, detail, null, null, recorded_at
                from withheld) t
            """;

    private final Rows rows;

    Deliveries(Rows rows) {
        this.rows = rows;
    }

    /** One subscriber's, the newest first. */
    public Uni<Page<DeliveryView>> ofSubscriber(UUID subscriberId, PageRequest page) {
        return find(DeliveryFilter.ofSubscriber(subscriberId), page);
    }

    /** Everyone's, the newest first. */
    public Uni<Page<DeliveryView>> find(DeliveryFilter filter, PageRequest page) {
        Position after = Position.read(page.after());
        return rows.page(
                page,
                delivery -> Position.of(delivery.recordedAt(), delivery.id()),
                DeliveryView.class,
                SELECT + """
                         where ($1::uuid is null or t.subscriber_id = $1) and ($2::text is null or t.change_id = $2)
                           and ($3::text is null or t.channel = $3)
                           and ($4::text is null or coalesce(t.outcome, 'WITHHELD') = $4)
                           and ($5::uuid is null or t.endpoint_id = $5)
                           and ($6::timestamptz is null or (t.recorded_at, t.id) < ($6, cast($7::text as uuid)))
                         order by t.recorded_at desc, t.id desc limit $8""",
                filter.subscriberId(),
                filter.changeId(),
                filter.channel(),
                filter.outcome(),
                filter.endpointId(),
                after.at(),
                after.id(),
                page.limit() + 1);
    }

    /** The changes of meaning that were last to tell, the newest first, with what became of telling them. */
    public Uni<Page<ToldChange>> toldChanges(PageRequest page) {
        Position after = Position.read(page.after());
        return rows.page(
                page,
                told -> Position.of(told.observedAt(), told.changeId()),
                ToldChange.class,
                """
                select c.id as change_id, a.title, a.severity, c.origin, c.observed_at, a.recorded_at as assessed_at,
                       coalesce(t.told, 0) as told, coalesce(t.under_way, 0) as under_way,
                       coalesce(t.given_up, 0) as given_up,
                       (select count(*) from withheld w where w.change_id = c.id) as withheld
                  from change c join assessment a on a.change_id = c.id and a.alerting
                  left join lateral (
                      select count(*) filter (where l.outcome = 'DELIVERED') as told,
                             count(*) filter (where l.outcome in ('RETRYING', 'AMBIGUOUS')) as under_way,
                             count(*) filter (where l.outcome = 'FAILED') as given_up
                        from (select distinct on (delivery_id) outcome from delivery_attempt d
                               where d.change_id = c.id order by delivery_id, attempt desc, recorded_at desc) l) t on true
                 where ($1::timestamptz is null or (c.observed_at, c.id) < ($1, $2::text))
                 order by c.observed_at desc, c.id desc limit $3""",
                after.at(),
                after.id(),
                page.limit() + 1);
    }
}
