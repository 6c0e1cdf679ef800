package io.conductatlas.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What our staff look at first. */
@ApplicationScoped
public class Operations {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Rows rows;

    Operations(Rows rows) {
        this.rows = rows;
    }

    /** @param now the present time; $3 of the conditions of {@link SourceFilter} */
    public Uni<Now> now(Instant now) {
        return rows.first(
                        Now.class,
                        """
                        select s.*, f.*, w.*, g.*,
                               (select count(*) from refusal r where not exists
                                   (select 1 from review v where v.subject = cast(r.capture_id as text)))
                                   as refusals_unreviewed,
                               (select max(attempted_at) from delivery_attempt where channel = 'DIGEST')
                                   as last_digest_at,
                               (select count(*) from outbox where published_at is null) as outbox_pending,
                               (select min(created_at) from outbox where published_at is null) as outbox_oldest_at
                          from (select count(*) filter (where not d.retired and not d.paused
                                                          and d.fetch_mode <> 'ARCHIVE') as watched,
                                       count(*) filter (where %s) as due, count(*) filter (where %s) as late,
                                       count(*) filter (where %s) as failing, count(*) filter (where %s) as paused,
                                       coalesce(max(d.failures) filter (where not d.retired), 0) as longest_streak
                                  from document d) s,
                               (select count(*) as fetches, count(*) filter (where outcome <> 'FAILED') as fetched
                                  from capture where observed_at >= $1) f,
                               (select count(*) as webhook_attempts,
                                       count(*) filter (where outcome = 'DELIVERED') as webhooks_taken
                                  from delivery_attempt where channel = 'WEBHOOK' and attempted_at >= $1) w,
                               (select count(*) filter (where l.outcome in ('RETRYING', 'AMBIGUOUS')
                                                          and l.first_at < $2) as undelivered,
                                       count(*) filter (where l.outcome = 'FAILED' and l.attempted_at >= $1) as given_up
                                  from (select distinct on (delivery_id) outcome, attempted_at,
                                               min(attempted_at) over (partition by delivery_id) as first_at
                                          from delivery_attempt order by delivery_id, attempt desc, recorded_at desc) l
                               ) g""".formatted(
                                        SourceFilter.DUE.condition(),
                                        SourceFilter.LATE.condition(),
                                        SourceFilter.FAILING.condition(),
                                        SourceFilter.PAUSED.condition()),
                        now.minus(DAY),
                        now.minus(HOUR),
                        now)
                .map(Optional::orElseThrow);
    }

    /**
     * The pipeline's state as the read model knows it.
     *
     * @param longestStreak failures in a row of the source that fails longest
     * @param fetches in the last 24 hours
     * @param fetched of these, how many gave something
     * @param webhookAttempts in the last 24 hours
     * @param undelivered deliveries first tried more than an hour ago that are still tried
     * @param givenUp deliveries given up in the last 24 hours
     * @param outboxOldestAt since when the gateway has something to tell that is not told
     */
    public record Now(
            long watched,
            long due,
            long late,
            long failing,
            long paused,
            int longestStreak,
            long fetches,
            long fetched,
            long webhookAttempts,
            long webhooksTaken,
            long undelivered,
            long givenUp,
            long refusalsUnreviewed,
            @Nullable Instant lastDigestAt,
            long outboxPending,
            @Nullable Instant outboxOldestAt) {}
}
