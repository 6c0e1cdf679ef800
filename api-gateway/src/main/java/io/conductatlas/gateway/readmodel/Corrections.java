package io.conductatlas.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What our staff decided, and what of it put something right that was shown before. */
@ApplicationScoped
public class Corrections {

    private static final String SELECT = """
            select r.event_id as id, r.kind, r.subject,
                   coalesce((select v.title from provision v where v.id = r.subject),
                            (select a.title from assessment a where a.change_id = r.subject),
                            'Refused capture') as title,
                   %s as platform, %s as document, r.verdict,
                   (select coalesce(jsonb_object_agg(c.key, c.value), '{}') from jsonb_each_text(r.correction) c
                     where c.value <> '') as correction,
                   r.reason, r.recorded_at
              from review r join document d on d.id = r.document_id join platform p on p.id = r.platform_id
            """.formatted(Documents.PLATFORM, Documents.DOCUMENT);

    private final Rows rows;

    Corrections(Rows rows) {
        this.rows = rows;
    }

    /**
     * The log, the newest first: provisions and assessments that were corrected or rejected, and captures that had been
     * refused wrongly. What was only confirmed is none of them.
     */
    public Uni<Page<ReviewView>> log(PageRequest page) {
        Position after = Position.read(page.after());
        return rows.page(
                page,
                review -> Position.of(review.recordedAt(), review.id()),
                ReviewView.class,
                SELECT + """
                         where (r.kind = 'CAPTURE') = (r.verdict = 'ACCEPTED')
                           and ($1::timestamptz is null or (r.recorded_at, r.event_id::text) < ($1, $2::text))
                         order by r.recorded_at desc, r.event_id::text desc limit $3""",
                after.at(),
                after.id(),
                page.limit() + 1);
    }

    /** All that was decided about one thing, the newest first; the first is in force. */
    public Uni<List<ReviewView>> of(String subject) {
        return rows.list(
                ReviewView.class,
                SELECT + " where r.subject = $1 order by r.recorded_at desc, r.event_id::text desc",
                subject);
    }

    /** The latest decisions of all kinds, the newest first. */
    public Uni<List<ReviewView>> latest(int most) {
        return rows.list(
                ReviewView.class, SELECT + " order by r.recorded_at desc, r.event_id::text desc limit $1", most);
    }
}
