package io.conductatlas.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What subscribers were told, and what was withheld from them, and why. */
@ApplicationScoped
public class Deliveries {

    private static final String SELECT = """
            select * from (
              select event_id as id, 'ATTEMPTED' as kind, subscriber_id, channel, delivery_id, message_id, change_id,
                     endpoint_id, attempt, outcome, cast(null as text) as reason, status, detail, next_attempt_at,
                     recorded_at
                from delivery_attempt
              union all
              select event_id, 'WITHHELD', subscriber_id, channel, null, null, change_id, null, null, null, reason,
                     null, detail, null, recorded_at
                from withheld) t
            """;

    private final Rows rows;

    Deliveries(Rows rows) {
        this.rows = rows;
    }

    /** One subscriber's, the newest first. */
    public Uni<Page<DeliveryView>> ofSubscriber(UUID subscriberId, PageRequest page) {
        return find(subscriberId, null, page);
    }

    /** Everyone's, the newest first. */
    public Uni<Page<DeliveryView>> newest(PageRequest page) {
        return find(null, null, page);
    }

    /** What became of one change for everyone, the newest first. */
    public Uni<Page<DeliveryView>> ofChange(String changeId, PageRequest page) {
        return find(null, changeId, page);
    }

    private Uni<Page<DeliveryView>> find(@Nullable UUID subscriberId, @Nullable String changeId, PageRequest page) {
        Position after = Position.read(page.after());
        return rows.page(
                page,
                delivery -> Position.of(delivery.recordedAt(), delivery.id()),
                DeliveryView.class,
                SELECT + """
                         where ($1::uuid is null or t.subscriber_id = $1) and ($2::text is null or t.change_id = $2)
                           and ($3::timestamptz is null or (t.recorded_at, t.id) < ($3, cast($4::text as uuid)))
                         order by t.recorded_at desc, t.id desc limit $5""",
                subscriberId,
                changeId,
                after.at(),
                after.id(),
                page.limit() + 1);
    }
}
