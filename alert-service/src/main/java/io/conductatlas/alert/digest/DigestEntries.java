package io.conductatlas.alert.digest;

import io.conductatlas.alert.audience.Decision.Tell;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What waits for digests. Every method runs in the caller's transaction. */
@ApplicationScoped
public class DigestEntries {

    private static final String ENTER = """
            insert into digest_entry (subscriber_id, change_id, subscription_id, entered_at)
            select s, :change, f, :now from unnest(
                cast(string_to_array(:subscribers, ',') as uuid[]),
                cast(string_to_array(:subscriptions, ',') as uuid[])) as t (s, f)
            on conflict do nothing
            """;

    private final Clock clock;

    DigestEntries(Clock clock) {
        this.clock = clock;
    }

    /** Puts a change into the next digests; where it is or was in one of a subscriber's, nothing happens. */
    public Uni<Void> enter(String changeId, List<Tell> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ENTER)
                        .setParameter("change", changeId)
                        .setParameter(
                                "subscribers",
                                array(entries.stream().map(Tell::subscriberId).toList()))
                        .setParameter(
                                "subscriptions",
                                array(entries.stream().map(Tell::subscriptionId).toList()))
                        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What entered before {@code end} and is in no digest yet, the first first. */
    Uni<List<DigestEntry>> waiting(UUID subscriberId, Instant end) {
        return Panache.getSession()
                .chain(session -> session.createQuery("""
                        from DigestEntry e where e.key.subscriberId = :subscriber and e.periodStart is null
                        and e.enteredAt < :end order by e.enteredAt, e.key.changeId
                        """, DigestEntry.class)
                        .setParameter("subscriber", subscriberId)
                        .setParameter("end", end)
                        .getResultList());
    }

    /** The changes in the digest of a period. */
    Uni<List<String>> in(UUID subscriberId, Instant periodStart) {
        return Panache.getSession()
                .chain(session -> session.createQuery("""
                        select e.key.changeId from DigestEntry e
                        where e.key.subscriberId = :subscriber and e.periodStart = :start
                        """, String.class)
                        .setParameter("subscriber", subscriberId)
                        .setParameter("start", periodStart)
                        .getResultList());
    }

    /** Ids as one text: neither Hibernate nor the driver has to know the type of an array. */
    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(java.util.stream.Collectors.joining(","));
    }
}
