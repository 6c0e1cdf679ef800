package io.conductatlas.gateway.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.conductatlas.archive.Sha256;
import io.conductatlas.gateway.problems.RequestIds;
import io.conductatlas.gateway.readmodel.Page;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.readmodel.Rows;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The log of what our staff did. A row is added in the transaction of the act itself, or the act does not happen. */
@ApplicationScoped
public class Audit {

    private final Tables tables;
    private final Rows rows;
    private final SecurityIdentity identity;
    private final RoutingContext request;
    private final Clock clock;

    Audit(Tables tables, Rows rows, SecurityIdentity identity, RoutingContext request, Clock clock) {
        this.tables = tables;
        this.rows = rows;
        this.identity = identity;
        this.request = request;
        this.clock = clock;
    }

    /**
     * Notes an act of whoever makes the request, in the caller's transaction.
     *
     * @param act stable, in lower case with hyphens, for example {@code source-revised}
     * @param subject what it was done to
     * @param before the state before, of which the hash is kept; null where there was none
     * @param after the state after; null where there is none
     * @param reason in their words; may be empty
     */
    public Uni<Void> note(String act, String subject, @Nullable Object before, @Nullable Object after, String reason) {
        return note(identity.getPrincipal().getName(), act, subject, before, after, reason);
    }

    /** Notes an act of somebody who is not signed in, or not yet. */
    public Uni<Void> noteOf(String actor, String act, String subject, String reason) {
        return note(actor, act, subject, null, null, reason);
    }

    private Uni<Void> note(
            String actor, String act, String subject, @Nullable Object before, @Nullable Object after, String reason) {
        Row row = Row.of("at", clock.instant())
                .with("actor", actor)
                .with("act", act)
                .with("subject", subject)
                .with("before_hash", hash(before))
                .with("after_hash", hash(after))
                .with("reason", reason)
                .with("request_id", RequestIds.of(request));
        return tables.add("audit", row).replaceWithVoid();
    }

    /** The log, the newest first. */
    public Uni<Page<AuditEntry>> newest(PageRequest page) {
        String after = page.after();
        return rows.page(
                page,
                entry -> Long.toString(entry.seq()),
                AuditEntry.class,
                """
                select * from audit where ($1::text is null or seq < cast($1::text as bigint))
                 order by seq desc limit $2""",
                after == null || after.matches("[0-9]{1,18}") ? after : "0",
                page.limit() + 1);
    }

    private static @Nullable String hash(@Nullable Object state) {
        try {
            return state == null ? null : Sha256.of(Rows.JSON.writeValueAsBytes(state));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a state cannot be written as JSON", e);
        }
    }

    /** One act. */
    public record AuditEntry(
            long seq,
            Instant at,
            String actor,
            String act,
            String subject,
            @Nullable String beforeHash,
            @Nullable String afterHash,
            String reason,
            String requestId) {}
}
