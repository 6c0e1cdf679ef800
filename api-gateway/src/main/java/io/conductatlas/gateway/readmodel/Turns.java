package io.conductatlas.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Texts that take turns. */
@ApplicationScoped
public class Turns {

    private final Rows rows;

    Turns(Rows rows) {
        this.rows = rows;
    }

    /** Those recognised last, the newest first. */
    public Uni<List<TurnsView>> latest(int limit) {
        return rows.list(TurnsView.class, """
                select %s as platform, %s as document, v.version_a, v.version_b, v.flapping, v.observed_at
                  from variant_pair v join document d on d.id = v.document_id join platform p on p.id = d.platform_id
                 order by v.observed_at desc, v.event_id desc limit $1""".formatted(Documents.PLATFORM, Documents.DOCUMENT), limit);
    }
}
