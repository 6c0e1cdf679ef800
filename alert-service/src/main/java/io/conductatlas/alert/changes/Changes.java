package io.conductatlas.alert.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conductatlas.events.ChangeAssessed;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.hibernate.LockMode;

/** Keeps the changes that somebody is told about. Every method runs in the caller's session. */
@ApplicationScoped
public class Changes {

    private final ObjectMapper json;

    Changes(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Keeps {@code change} as it is known now, unless it was kept before, and locks it until the transaction ends: of
     * several that tell the same change, one does it at a time.
     */
    public Uni<Void> keepAndLock(ChangeAssessed change, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        insert into told_change (change_id, platform_id, facts, told_at)
                        values (:id, :platform, :facts, :now) on conflict do nothing
                        """)
                        .setParameter("id", change.changeId())
                        .setParameter("platform", change.platform().id())
                        .setParameter("facts", write(change))
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                        .chain(() -> session.find(ToldChange.class, change.changeId(), LockMode.PESSIMISTIC_WRITE))
                        .replaceWithVoid());
    }

    /** What was known of the changes of these ids when they were told, the first told first. */
    public Uni<List<ChangeAssessed>> of(Collection<String> changeIds) {
        if (changeIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from ToldChange c where c.changeId in (:ids) order by c.toldAt, c.changeId",
                                ToldChange.class)
                        .setParameter("ids", changeIds)
                        .getResultList()
                        .map(found -> found.stream()
                                .map(change -> read(change.facts()))
                                .toList()));
    }

    private String write(ChangeAssessed change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + change.changeId(), e);
        }
    }

    private ChangeAssessed read(String facts) {
        try {
            return json.readValue(facts, ChangeAssessed.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change that we wrote cannot be read", e);
        }
    }
}
