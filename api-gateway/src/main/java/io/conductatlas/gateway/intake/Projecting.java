package io.conductatlas.gateway.intake;

import io.conductatlas.archive.Archive;
import io.conductatlas.delivery.Worker;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.DocumentAssessed;
import io.conductatlas.events.ObjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what an event refers to, outside any transaction, and has its effect written. */
@ApplicationScoped
class Projecting {

    private final Archive archive;
    private final Worker worker;
    private final Projection projection;

    Projecting(Archive archive, Worker worker, Projection projection) {
        this.archive = archive;
        this.worker = worker;
        this.projection = projection;
    }

    Uni<Void> project(AtlasEvent event) {
        if (event instanceof DocumentAssessed assessed) {
            return provisions(assessed.assessment()).chain(provisions -> projection.commit(event, provisions));
        }
        if (event instanceof ChangeAssessed assessed) {
            return provisions(assessed.assessment()).chain(provisions -> projection.commit(event, provisions));
        }
        return projection.commit(event, List.of());
    }

    private Uni<List<HeldProvision>> provisions(ObjectRef assessment) {
        return worker.run(() -> HeldProvision.read(archive.get(assessment)));
    }
}
