package io.conductatlas.gateway.readmodel;

import io.conductatlas.archive.Archive;
import io.conductatlas.events.ObjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lay between the Versions, and what it means. */
@ApplicationScoped
public class Changes {

    private static final int EARLIER = 10;

    private static final String SELECT = """
            select c.id, %s as platform, %s as document,
                   json_build_object('id', vf.id, 'number', vf.number, 'text_hash', vf.text_hash, 'words', vf.words,
                                     'sentences', vf.sentences, 'observed_at', c.from_observed_at) as "from",
                   json_build_object('id', vt.id, 'number', vt.number, 'text_hash', vt.text_hash, 'words', vt.words,
                                     'sentences', vt.sentences, 'observed_at', c.to_observed_at) as "to",
                   c.change_class, c.counts, c.significance,
                   case when m.change_id is null then c.effective_date else m.after end as effective_date,
                   c.published_date, c.observed_at, c.recorded_at, c.origin, c.group_id,
                   row_to_json(a) as assessment
              from change c
              join document d on d.id = c.document_id join platform p on p.id = c.platform_id
              join version vf on vf.id = c.from_version join version vt on vt.id = c.to_version
              left join assessment a on a.change_id = c.id
              left join lateral (select x.change_id, x.after from effective_date_move x where x.change_id = c.id
                                  order by x.observed_at desc limit 1) m on true
            """.formatted(Documents.PLATFORM, Documents.DOCUMENT);

    private final Rows rows;
    private final Archive archive;
    private final Objects objects;
    private final Relocations relocations;
    private final Corrections corrections;

    Changes(Rows rows, Archive archive, Objects objects, Relocations relocations, Corrections corrections) {
        this.rows = rows;
        this.archive = archive;
        this.objects = objects;
        this.relocations = relocations;
        this.corrections = corrections;
    }

    /** The newest first, by the time the new text was observed. */
    public Uni<Page<ChangeView>> find(ChangeFilter filter, PageRequest page) {
        Position after = Position.read(page.after());
        return rows.page(
                page,
                change -> Position.of(change.observedAt(), change.id()),
                ChangeView.class,
                SELECT + """
                         where ($1::uuid is null or c.platform_id = $1)
                           and ($2::uuid is null or c.document_id = $2)
                           and ($3::boolean is null or coalesce(a.alerting, false) = $3)
                           and ($4::text is null
                                or array_position(array['LOW', 'MEDIUM', 'HIGH'], a.severity)
                                   >= array_position(array['LOW', 'MEDIUM', 'HIGH'], $4))
                           and ($5::text is null or c.change_class = $5)
                           and ($6::timestamptz is null or (c.observed_at, c.id) < ($6, $7::text))
                         order by c.observed_at desc, c.id desc limit $8""",
                filter.platformId(),
                filter.documentId(),
                filter.alerting(),
                filter.severity(),
                filter.changeClass(),
                after.at(),
                after.id(),
                page.limit() + 1);
    }

    /** A platform's changes of meaning since a time, the newest first. */
    public Uni<List<ChangeView>> ofMeaningSince(UUID platformId, Instant since) {
        return rows.list(ChangeView.class, SELECT + """
                         where c.platform_id = $1 and a.alerting and c.observed_at >= $2
                         order by c.observed_at desc, c.id desc""", platformId, since);
    }

    /** @param id for example {@code CA-C-000123} */
    public Uni<Optional<ChangeView>> byId(String id) {
        return rows.first(ChangeView.class, SELECT + " where c.id = $1", id);
    }

    /** The change in full, with its hunks out of the archive. */
    public Uni<ChangeRecord> record(ChangeView change) {
        PageRequest page = new PageRequest(Position.of(change.observedAt(), change.id()), EARLIER);
        return find(ChangeFilter.ofDocument(change.document().id()), page)
                .chain(earlier -> refs(change.id())
                        .chain(refs -> archive.getOnWorker(refs.hunks())
                                .chain(hunks -> assessment(refs.assessment())
                                        .chain(assessment -> relocations
                                                .ofChange(change.id())
                                                .chain(moved -> corrections
                                                        .of(change.id())
                                                        .map(reviews -> objects.changeRecord(
                                                                change,
                                                                hunks,
                                                                assessment,
                                                                moved,
                                                                earlier.items(),
                                                                reviews)))))));
    }

    private Uni<Optional<byte[]>> assessment(@Nullable ObjectRef ref) {
        return ref == null
                ? Uni.createFrom().item(Optional.empty())
                : archive.getOnWorker(ref).map(Optional::of);
    }

    private Uni<Refs> refs(String changeId) {
        return rows.first(Refs.class, """
                        select c.hunks, a.object as assessment
                          from change c left join assessment a on a.change_id = c.id where c.id = $1""", changeId).map(Optional::orElseThrow);
    }

    record Refs(ObjectRef hunks, @Nullable ObjectRef assessment) {}
}
