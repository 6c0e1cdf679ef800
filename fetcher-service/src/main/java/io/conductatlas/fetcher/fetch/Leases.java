package io.conductatlas.fetcher.fetch;

import io.conductatlas.events.SourceDeclared;
import io.conductatlas.fetcher.FetchConfig;
import io.conductatlas.fetcher.capture.Held;
import io.conductatlas.fetcher.capture.LeaseLostException;
import io.conductatlas.fetcher.source.SourceRevisions;
import io.conductatlas.fetcher.source.Target;
import io.conductatlas.fetcher.source.Targets;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Gives out what is due, each source and each host to one fetcher at a time.
 *
 * <p>A lease that is not renewed ends by itself; so does one that lies further ahead than any lease can, because the
 * clock was set back. Every lease has a higher fence than all before it, and what is written under an older fence is
 * refused: a fetcher that was frozen for an hour can do no harm when it wakes.
 */
@ApplicationScoped
class Leases {

    /** $1 now, $2 the end of the lease, $3 beyond any lease, $4 beyond any pause, $5 owner, $6 how many. */
    private static final String CLAIM = """
            with free_host as materialized (
                select h.host
                from host_state h
                where (h.next_allowed_at <= $1 or h.next_allowed_at > $4)
                  and exists (
                      select 1 from target t
                      where t.host = h.host and t.active and t.next_due_at <= $1
                        and (t.lease_until is null or t.lease_until <= $1 or t.lease_until > $3))
                order by h.next_allowed_at
                limit $6
                for update of h skip locked
            ), due as materialized (
                select t.document_id, f.host
                from free_host f
                cross join lateral (
                    select document_id
                    from target
                    where host = f.host and active and next_due_at <= $1
                      and (lease_until is null or lease_until <= $1 or lease_until > $3)
                    order by next_due_at, document_id
                    limit 1
                    for update skip locked
                ) t
            ), busy as (
                update host_state set next_allowed_at = $2 where host in (select host from due)
            )
            update target set lease_owner = $5, lease_until = $2, fence = fence + 1
            from due
            where target.document_id = due.document_id
            returning target.document_id, target.fence, due.host
            """;

    private static final String RENEW = """
            with mine as (
                update target set lease_until = $4
                where document_id = $1 and lease_owner = $2 and fence = $3
                returning host
            )
            update host_state set next_allowed_at = $4 where host in (select host from mine)
            returning host
            """;

    private static final String RELEASE = """
            update target set lease_owner = null, lease_until = null, next_due_at = $4
            where document_id = $1 and lease_owner = $2 and fence = $3
            """;

    private static final Duration BEYOND_ANY_PAUSE = Duration.ofHours(25);

    private final FetchConfig config;
    private final Pool pool;
    private final Targets targets;
    private final SourceRevisions revisions;
    private final Clock clock;

    Leases(FetchConfig config, Pool pool, Targets targets, SourceRevisions revisions, Clock clock) {
        this.config = config;
        this.pool = pool;
        this.targets = targets;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** Takes up to {@code most} sources that are due and whose hosts are free, for {@code owner}. */
    Uni<List<Claim>> claim(String owner, int most) {
        Tuple values = Tuple.tuple()
                .addOffsetDateTime(in(Duration.ZERO))
                .addOffsetDateTime(in(config.lease()))
                .addOffsetDateTime(in(config.lease().plusMinutes(1)))
                .addOffsetDateTime(in(BEYOND_ANY_PAUSE))
                .addString(owner)
                .addInteger(most);
        return pool.preparedQuery(CLAIM).execute(values).map(rows -> {
            List<Claim> claims = new ArrayList<>();
            for (Row row : rows) {
                claims.add(new Claim(row.getUUID(0), owner, row.getLong(1), row.getString(2)));
            }
            return claims;
        });
    }

    /** What is to be known for the fetch of a claimed source. */
    @WithSession
    Uni<Lease> describe(Claim claim) {
        return targets.findById(claim.documentId())
                .chain(target -> revisions
                        .find(claim.documentId(), target.revision())
                        .map(source -> lease(claim, target, source.orElseThrow())));
    }

    /** Holds on to a source and its host; fails with {@link LeaseLostException} when somebody else has it. */
    Uni<Void> renew(Claim claim) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(claim.documentId(), claim.owner(), claim.fence(), in(config.lease())))
                .chain(rows -> rows.size() == 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new LeaseLostException(claim.documentId())));
    }

    /** Gives a source back unfetched, to be due again after {@code pause}. */
    Uni<Void> release(Claim claim, Duration pause) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(claim.documentId(), claim.owner(), claim.fence(), in(pause)))
                .replaceWithVoid();
    }

    private static Lease lease(Claim claim, Target target, SourceDeclared source) {
        return new Lease(
                new Held(source, claim.owner(), claim.fence()),
                claim.host(),
                target.pages(),
                target.lastCaptureId(),
                target.lastContentHash(),
                target.lastWarc());
    }

    private OffsetDateTime in(Duration time) {
        return clock.instant().plus(time).atOffset(ZoneOffset.UTC);
    }

    /** Which source was taken, under which fence, together with which host. */
    record Claim(UUID documentId, String owner, long fence, String host) {}
}
