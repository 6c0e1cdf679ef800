package io.conductatlas.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How documents are fetched, and how that goes. */
@ApplicationScoped
public class Sources {

    private static final String SELECT =
            """
            select d.id as document_id, %s as platform, %s as document, %s as state, d.revision, d.locations,
                   d.fetch_mode, d.cadence, d.paused, d.fetch_now, d.retired_reason, d.recorded_at,
                   d.last_attempt_at, d.last_ok_at, d.failures, d.failing_since, d.last_failure_kind,
                   d.last_failure_detail, d.next_attempt_at,
                   (select max(c.observed_at) from change c where c.document_id = d.id) as last_change_at,
                   %s as next_due_at
              from document d join platform p on p.id = d.platform_id
            """.formatted(Documents.PLATFORM, Documents.DOCUMENT, Documents.STATE, SourceFilter.NEXT_DUE);

    private static final String CAPTURES = """
            select c.id, %s as platform, %s as document, c.outcome, c.content_hash,
                   coalesce(c.parts, cast('[]' as jsonb)) as parts, c.warc, c.failure_kind, c.url, c.status, c.detail,
                   c.streak, c.origin, c.observed_at, c.recorded_at, r.reason as refusal
              from capture c join document d on d.id = c.document_id join platform p on p.id = c.platform_id
              left join refusal r on r.capture_id = c.id
            """.formatted(Documents.PLATFORM, Documents.DOCUMENT);

    private static final String REFUSALS = """
            select r.capture_id, %s as platform, %s as document, r.reason, r.detail, r.warc, r.origin, r.observed_at,
                   r.recorded_at,
                   (select v.verdict from review v where v.subject = cast(r.capture_id as text)
                     order by v.recorded_at desc limit 1) as verdict
              from refusal r join document d on d.id = r.document_id join platform p on p.id = r.platform_id
            """.formatted(Documents.PLATFORM, Documents.DOCUMENT);

    private final Rows rows;

    Sources(Rows rows) {
        this.rows = rows;
    }

    /** In the order of platform and document slugs. */
    public Uni<Page<SourceView>> list(PageRequest page) {
        return rows.page(
                page,
                source -> source.platform().slug() + "/" + source.document().slug(),
                SourceView.class,
                SELECT + """
                         where ($1::text is null or (p.slug, d.slug) > (split_part($1, '/', 1), split_part($1, '/', 2)))
                         order by p.slug, d.slug limit $2""",
                page.after(),
                page.limit() + 1);
    }

    public Uni<Optional<SourceView>> byDocument(UUID documentId) {
        return rows.first(SourceView.class, SELECT + " where d.id = $1", documentId);
    }

    /** Those of a kind, in the order of platform and document slugs. */
    public Uni<Page<SourceView>> find(SourceFilter filter, Instant now, PageRequest page) {
        return rows.page(
                page,
                source -> source.platform().slug() + "/" + source.document().slug(),
                SourceView.class,
                SELECT + """
                         where ($1::text is null or (p.slug, d.slug) > (split_part($1, '/', 1), split_part($1, '/', 2)))
                           and $3::timestamptz is not null and\s""" + filter.condition() + " order by p.slug, d.slug limit $2",
                page.after(),
                page.limit() + 1,
                now);
    }

    /** Those whose last attempt failed, the longest streak first. */
    public Uni<List<SourceView>> failing(int limit) {
        return rows.list(
                SourceView.class,
                SELECT + " where d.failures > 0 and not d.retired order by d.failures desc, d.id limit $1",
                limit);
    }

    /**
     * Captures of all outcomes, the newest first.
     *
     * @param documentId of one document only, unless null
     * @param outcome {@code CHANGED}, {@code UNCHANGED} or {@code FAILED} only, unless null
     */
    public Uni<Page<CaptureView>> captures(@Nullable UUID documentId, @Nullable String outcome, PageRequest page) {
        Position after = Position.read(page.after());
        return rows.page(
                page,
                capture -> Position.of(capture.observedAt(), capture.id()),
                CaptureView.class,
                CAPTURES + """
                         where ($1::uuid is null or c.document_id = $1) and ($2::text is null or c.outcome = $2)
                           and ($3::timestamptz is null or (c.observed_at, c.id) < ($3, cast($4::text as uuid)))
                         order by c.observed_at desc, c.id desc limit $5""",
                documentId,
                outcome,
                after.at(),
                after.id(),
                page.limit() + 1);
    }

    /** Captures that were not the agreement, the newest first. */
    public Uni<Page<RefusalView>> refusals(PageRequest page) {
        return refusals(false, page);
    }

    /** The same, or only those that nobody has looked at. */
    public Uni<Page<RefusalView>> refusals(boolean unreviewedOnly, PageRequest page) {
        Position after = Position.read(page.after());
        return rows.page(
                page,
                refusal -> Position.of(refusal.observedAt(), refusal.captureId()),
                RefusalView.class,
                REFUSALS + """
                         where ($1::timestamptz is null
                                or (r.observed_at, r.capture_id) < ($1, cast($2::text as uuid)))
                           and (not $4::boolean or not exists (select 1 from review v
                                                                where v.subject = cast(r.capture_id as text)))
                         order by r.observed_at desc, r.capture_id desc limit $3""",
                after.at(),
                after.id(),
                page.limit() + 1,
                unreviewedOnly);
    }

    /** One document's, the newest first. */
    public Uni<List<RefusalView>> refusalsOf(UUID documentId, int limit) {
        return rows.list(
                RefusalView.class,
                REFUSALS + " where r.document_id = $1 order by r.observed_at desc, r.capture_id desc limit $2",
                documentId,
                limit);
    }

    public Uni<Optional<CaptureView>> capture(UUID captureId) {
        return rows.first(CaptureView.class, CAPTURES + " where c.id = $1", captureId);
    }

    public Uni<Optional<RefusalView>> refusal(UUID captureId) {
        return rows.first(RefusalView.class, REFUSALS + " where r.capture_id = $1", captureId);
    }
}
