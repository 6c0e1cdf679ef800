package io.conductatlas.alert.outages;

import io.conductatlas.events.CaptureFailed;
import io.conductatlas.events.CaptureRefused;
import io.conductatlas.events.EffectiveDateChanged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what goes wrong with documents. Whatever is recorded is recorded once, however often it is told, and nothing newer is
 * overwritten by something older.
 */
@ApplicationScoped
public class Troubles {

    /** From so many failures in a row, over so long, on, a document counts as out of reach. */
    private static final int STREAK = 3;

    private static final Duration OVER = Duration.ofHours(24);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** Keeps the failure if it is one of a row that has lasted. */
    @WithTransaction
    Uni<Void> failed(CaptureFailed failure) {
        if (failure.streak() < STREAK || failure.failingSince().plus(OVER).isAfter(failure.observedAt())) {
            return Uni.createFrom().voidItem();
        }
        return update(
                """
                insert into outage (document_id, platform_id, platform_name, document_name, kind, detail, streak,
                    failing_since, recorded_at)
                values (:document, :platform, :platformName, :documentName, :kind, :detail, :streak, :since, :recorded)
                on conflict (document_id) do update set kind = excluded.kind, detail = excluded.detail,
                    streak = excluded.streak, failing_since = excluded.failing_since,
                    recorded_at = excluded.recorded_at, recovered_at = null
                where outage.recorded_at < excluded.recorded_at
                """,
                query -> query.setParameter("document", failure.document().id())
                        .setParameter("platform", failure.platform().id())
                        .setParameter("platformName", failure.platform().name())
                        .setParameter("documentName", failure.document().name())
                        .setParameter("kind", failure.kind().name())
                        .setParameter("detail", failure.detail())
                        .setParameter("streak", failure.streak())
                        .setParameter("since", failure.failingSince().atOffset(ZoneOffset.UTC))
                        .setParameter("recorded", failure.recordedAt().atOffset(ZoneOffset.UTC)));
    }

    /** The document is within reach again. */
    @WithTransaction
    Uni<Void> recovered(UUID documentId, Instant at) {
        return update(
                """
                update outage set recovered_at = :recorded, recorded_at = :recorded
                where document_id = :document and recovered_at is null and recorded_at < :recorded
                """,
                query -> query.setParameter("document", documentId)
                        .setParameter("recorded", at.atOffset(ZoneOffset.UTC)));
    }

    @WithTransaction
    Uni<Void> refused(CaptureRefused refusal) {
        return update(
                """
                insert into refusal (capture_id, document_id, platform_id, platform_name, document_name, reason, detail,
                    recorded_at)
                values (:capture, :document, :platform, :platformName, :documentName, :reason, :detail, :recorded)
                on conflict do nothing
                """,
                query -> query.setParameter("capture", refusal.captureId())
                        .setParameter("document", refusal.document().id())
                        .setParameter("platform", refusal.platform().id())
                        .setParameter("platformName", refusal.platform().name())
                        .setParameter("documentName", refusal.document().name())
                        .setParameter("reason", refusal.reason())
                        .setParameter("detail", refusal.detail())
                        .setParameter("recorded", refusal.recordedAt().atOffset(ZoneOffset.UTC)));
    }

    @WithTransaction
    Uni<Void> moved(EffectiveDateChanged move) {
        return update(
                """
                insert into date_move (change_id, platform_id, platform_name, document_name, before_date, after_date,
                    recorded_at)
                values (:change, :platform, :platformName, :documentName, cast(nullif(:before, '') as date),
                    cast(nullif(:after, '') as date), :recorded)
                on conflict do nothing
                """,
                query -> query.setParameter("change", move.changeId())
                        .setParameter("platform", move.platform().id())
                        .setParameter("platformName", move.platform().name())
                        .setParameter("documentName", move.document().name())
                        .setParameter("before", text(move.before()))
                        .setParameter("after", text(move.after()))
                        .setParameter("recorded", move.recordedAt().atOffset(ZoneOffset.UTC)));
    }

    /** A sentence for each thing that went on in the period with these platforms. Runs in the caller's session. */
    public Uni<List<String>> between(Collection<UUID> platforms, Instant start, Instant end) {
        if (platforms.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> outages(session, platforms, start, end)
                        .chain(outages -> refusals(session, platforms, start, end)
                                .chain(refusals -> moves(session, platforms, start, end)
                                        .map(moves -> {
                                            List<String> all = new ArrayList<>(moves);
                                            all.addAll(outages);
                                            all.addAll(refusals);
                                            return all;
                                        }))));
    }

    private static Uni<List<String>> outages(
            Mutiny.Session session, Collection<UUID> platforms, Instant start, Instant end) {
        return rows(session, """
                        select platform_name, document_name, cast(failing_since at time zone 'UTC' as date), kind
                        from outage where platform_id in (:platforms) and failing_since < :end
                            and (recovered_at is null or recovered_at >= :start)
                        order by platform_name, document_name
                        """, platforms, start, end)
                .map(rows -> rows.stream()
                        .map(row -> "%s, %s: could not be fetched since %s (%s)."
                                .formatted(row.get(0), row.get(1), date(row.get(2)), words(row.get(3))))
                        .toList());
    }

    private static Uni<List<String>> refusals(
            Mutiny.Session session, Collection<UUID> platforms, Instant start, Instant end) {
        return rows(session, """
                        select platform_name, document_name, count(*), min(reason)
                        from refusal where platform_id in (:platforms) and recorded_at >= :start and recorded_at < :end
                        group by document_id, platform_name, document_name order by platform_name, document_name
                        """, platforms, start, end)
                .map(rows -> rows.stream()
                        .map(row ->
                                "%s, %s: what was served was not the agreement (%s), %s; nothing was concluded from it."
                                        .formatted(row.get(0), row.get(1), words(row.get(3)), times(row.get(2))))
                        .toList());
    }

    private static Uni<List<String>> moves(
            Mutiny.Session session, Collection<UUID> platforms, Instant start, Instant end) {
        return rows(session, """
                        select platform_name, document_name, before_date, after_date
                        from date_move where platform_id in (:platforms) and recorded_at >= :start and recorded_at < :end
                        order by recorded_at, change_id
                        """, platforms, start, end)
                .map(rows -> rows.stream()
                        .map(row -> "%s, %s: the stated effective date went from %s to %s."
                                .formatted(row.get(0), row.get(1), date(row.get(2)), date(row.get(3))))
                        .toList());
    }

    private static Uni<List<Tuple>> rows(
            Mutiny.Session session, String sql, Collection<UUID> platforms, Instant start, Instant end) {
        Mutiny.SelectionQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class)
                .setParameter("platforms", platforms)
                .setParameter("end", end.atOffset(ZoneOffset.UTC));
        return query.setParameter("start", start.atOffset(ZoneOffset.UTC)).getResultList();
    }

    private static Uni<Void> update(String sql, java.util.function.UnaryOperator<Mutiny.Query<Object>> parameters) {
        return Panache.getSession()
                .chain(session ->
                        parameters.apply(session.createNativeQuery(sql)).executeUpdate())
                .replaceWithVoid();
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String date(@Nullable Object date) {
        return date == null ? "none" : DATE.format(LocalDate.parse(date.toString()));
    }

    private static String words(Object name) {
        return name.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String times(Object count) {
        long times = ((Number) count).longValue();
        return times == 1 ? "once" : times + " times";
    }
}
