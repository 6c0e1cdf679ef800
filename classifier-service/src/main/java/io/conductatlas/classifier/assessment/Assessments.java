package io.conductatlas.classifier.assessment;

import io.conductatlas.classifier.provision.Provisions;
import io.conductatlas.classifier.provision.Relocations;
import io.conductatlas.classifier.provision.Reservations;
import io.conductatlas.clauses.assessment.Assessment;
import io.conductatlas.delivery.Worker;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.VersionRecorded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Assesses first versions and changes: look at what is known, think, take ids, write the object, commit. */
@ApplicationScoped
public class Assessments {

    private final Provisions provisions;
    private final Reservations reservations;
    private final Relocations relocations;
    private final Worker worker;
    private final Assessing assessing;
    private final AssessmentStorage storage;

    Assessments(
            Provisions provisions,
            Reservations reservations,
            Relocations relocations,
            Worker worker,
            Assessing assessing,
            AssessmentStorage storage) {
        this.provisions = provisions;
        this.reservations = reservations;
        this.relocations = relocations;
        this.worker = worker;
        this.assessing = assessing;
        this.storage = storage;
    }

    public Uni<Void> assess(VersionRecorded recorded) {
        if (!recorded.first()) {
            return Uni.createFrom().voidItem(); // what follows is told as a change
        }
        return provisions
                .state(recorded.document().id())
                .chain(state -> worker.run(() -> assessing.draft(recorded.version(), state)))
                .chain(draft -> reservations
                        .take(recorded.eventId(), draft.idsNeeded())
                        .chain(ids -> worker.run(() -> assessing.finish(draft, ids))))
                .chain(result -> storage.commit(recorded, result));
    }

    public Uni<Void> assess(ChangeDetected change) {
        return provisions
                .state(change.document().id())
                .chain(state -> relocations
                        .of(change.changeId())
                        .chain(journeys -> worker.run(() -> assessing.draft(change, state, journeys))
                                .chain(draft -> reservations
                                        .take(change.eventId(), draft.idsNeeded())
                                        .chain(ids ->
                                                worker.run(() -> assessing.finish(draft, ids, change, journeys))))))
                .chain(result -> {
                    Assessment assessment = result.assessment();
                    if (assessment == null) {
                        throw new IllegalStateException("a change was not judged");
                    }
                    return storage.commit(change, assessment, result);
                });
    }
}
