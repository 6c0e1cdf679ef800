package io.conductatlas.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The agreements of the platforms. */
@ApplicationScoped
public class Documents {

    /** A source's state in one word; needs the document as {@code d}. */
    static final String STATE = """
            case when d.retired then 'RETIRED' when d.fetch_mode = 'ARCHIVE' then 'ARCHIVED'
                 when d.paused then 'PAUSED' else 'WATCHED' end""";

    /** Needs the platform as {@code p}. */
    static final String PLATFORM = "json_build_object('id', p.id, 'slug', p.slug, 'name', p.name)";

    /** Needs the document as {@code d}. */
    static final String DOCUMENT = "json_build_object('id', d.id, 'slug', d.slug, 'name', d.name, 'type', d.type)";

    private static final String SELECT = """
            select d.id, %s as platform, d.slug, d.name, d.type, d.language, d.region, d.surface, %s as state,
                   (select count(*) from version v where v.document_id = d.id) as versions,
                   (select count(*) from change c where c.document_id = d.id) as changes,
                   coalesce(s.provisions, 0) as provisions, coalesce(s.high, 0) as high,
                   coalesce(s.medium, 0) as medium, coalesce(s.low, 0) as low,
                   seen.first_seen_at, greatest(d.last_ok_at, seen.last_seen_at) as last_checked_at,
                   (select max(c.observed_at) from change c where c.document_id = d.id) as last_change_at,
                   (select a.version_id from appearance a where a.document_id = d.id
                     order by a.observed_at desc, a.id desc limit 1) as current_version
              from document d join platform p on p.id = d.platform_id
              left join lateral (select count(*) as provisions,
                                        count(*) filter (where severity = 'HIGH') as high,
                                        count(*) filter (where severity = 'MEDIUM') as medium,
                                        count(*) filter (where severity = 'LOW') as low
                                   from provision where document_id = d.id and present) s on true
              left join lateral (select min(observed_at) as first_seen_at, max(observed_at) as last_seen_at
                                   from appearance where document_id = d.id) seen on true
            """.formatted(PLATFORM, STATE);

    private final Rows rows;

    Documents(Rows rows) {
        this.rows = rows;
    }

    /** All documents of a platform, in the order of their names. */
    public Uni<List<DocumentView>> ofPlatform(UUID platformId) {
        return rows.list(DocumentView.class, SELECT + " where d.platform_id = $1 order by d.name, d.slug", platformId);
    }

    public Uni<Optional<DocumentView>> bySlug(String platformSlug, String documentSlug) {
        return rows.first(
                DocumentView.class, SELECT + " where p.slug = $1 and d.slug = $2", platformSlug, documentSlug);
    }

    public Uni<Optional<DocumentView>> byId(UUID documentId) {
        return rows.first(DocumentView.class, SELECT + " where d.id = $1", documentId);
    }

    /** The days on which it was looked at, the newest first, at most {@code limit}. */
    public Uni<List<CheckDay>> checkDays(UUID documentId, int limit) {
        return rows.list(CheckDay.class, """
                select cast(c.observed_at at time zone 'UTC' as date) as day,
                       count(*) filter (where c.outcome = 'UNCHANGED') as unchanged,
                       count(*) filter (where c.outcome = 'CHANGED' and r.capture_id is null) as changed,
                       count(*) filter (where c.outcome = 'FAILED') as failed,
                       count(*) filter (where r.capture_id is not null) as refused
                  from capture c left join refusal r on r.capture_id = c.id
                 where c.document_id = $1 group by 1 order by 1 desc limit $2""", documentId, limit);
    }
}
