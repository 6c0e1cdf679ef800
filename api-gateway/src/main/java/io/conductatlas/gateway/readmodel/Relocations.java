package io.conductatlas.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What moved between documents. */
@ApplicationScoped
class Relocations {

    private final Rows rows;

    Relocations(Rows rows) {
        this.rows = rows;
    }

    /** What went or came with a change, in the order in which it was seen. */
    Uni<List<RelocationView>> ofChange(String changeId) {
        return rows.list(RelocationView.class, """
                select r.resemblance, r.weakened, r.words_lost,
                       (select json_agg(json_build_object(
                                   'document', %s, 'change', s.change_id, 'version', s.version_id,
                                   'start', s.start_offset, 'end', s.end_offset) order by s.place)
                          from relocated_passage s join document d on d.id = s.document_id
                         where s.event_id = r.event_id) as passages
                  from relocation r
                 where r.event_id in (select event_id from relocated_passage where change_id = $1)
                 order by r.observed_at, r.event_id""".formatted(Documents.DOCUMENT), changeId);
    }
}
