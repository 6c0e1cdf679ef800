package io.conductatlas.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The whole in numbers. */
@ApplicationScoped
public class Overview {

    private final Rows rows;

    Overview(Rows rows) {
        this.rows = rows;
    }

    public Uni<Totals> totals() {
        return rows.first(Totals.class, """
                        select (select count(*) from platform) as platforms, (select count(*) from document) as documents,
                               (select count(*) from capture) as captures, (select count(*) from refusal) as refusals,
                               (select count(*) from version) as versions, (select count(*) from change) as changes,
                               (select count(*) from provision) as provisions,
                               (select count(*) from assessment) as assessments,
                               (select count(*) from delivery_attempt) as attempts,
                               (select count(*) from withheld) as withheld""").map(Optional::orElseThrow);
    }
}
