package io.conductatlas.delivery;

import io.conductatlas.events.AtlasEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where an event goes to be told.
 *
 * <p>{@link #add} only writes a row, in the caller's transaction: the event is told if, and only if, that transaction
 * commits. Events of one key are told in the order in which they were added; writers of one key must therefore lock
 * something they share (the aggregate's row) before they add, or their order is nobody's.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (event_id, topic, record_key, partition_key, type, headers, payload, traceparent, created_at)
            values (:id, :topic, :key, :partitionKey, :type, :headers, :payload,
                    nullif(:traceparent, ''), :now)
            """;

    private final EventWriter writer;
    private final OutboxRelay relay;
    private final Clock clock;

    Outbox(EventWriter writer, OutboxRelay relay, Clock clock) {
        this.writer = writer;
        this.relay = relay;
        this.clock = clock;
    }

    /** Fails with {@link IllegalStateException} outside a transaction and with {@link IllegalArgumentException} above 64 kB. */
    public Uni<Void> add(AtlasEvent event) {
        return Transactions.session("an event is only told from inside a transaction")
                .chain(session -> insert(session, writer.write(event)))
                .invoke(relay::nudge)
                .replaceWithVoid();
    }

    private Uni<Integer> insert(Mutiny.Session session, OutgoingEvent event) {
        return session.createNativeQuery(INSERT)
                .setParameter("id", event.eventId())
                .setParameter("topic", event.topic())
                .setParameter("key", event.key())
                .setParameter("partitionKey", event.partitionKey())
                .setParameter("type", event.type())
                .setParameter("headers", EventJson.write(event.headers()))
                .setParameter("payload", new String(event.value(), StandardCharsets.UTF_8))
                .setParameter("traceparent", traceparent())
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** The work that tells the event, as W3C trace context; empty without one. */
    private static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : "";
    }
}
