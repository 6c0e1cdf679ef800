package io.conductatlas.classifier.assessment;

import io.conductatlas.classifier.provision.Appearance;
import io.conductatlas.classifier.provision.Document;
import io.conductatlas.classifier.provision.DocumentState;
import io.conductatlas.classifier.provision.Reservations;
import io.conductatlas.delivery.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the version known last once more: after staff decided something, or under a new catalogue. It is told as a
 * DocumentAssessed, never as a change, for the text is the same.
 */
@ApplicationScoped
public class Rereading {

    /** A version read once more, to be stored. */
    public static final class Reread {
        private final Appearance appearance;
        private final Result result;

        Reread(Appearance appearance, Result result) {
            this.appearance = appearance;
            this.result = result;
        }

        UUID platformId() {
            return appearance.platform().id();
        }
    }

    private final Reservations reservations;
    private final Worker worker;
    private final Assessing assessing;
    private final AssessmentStorage storage;

    Rereading(Reservations reservations, Worker worker, Assessing assessing, AssessmentStorage storage) {
        this.reservations = reservations;
        this.worker = worker;
        this.assessing = assessing;
        this.storage = storage;
    }

    /**
     * Reads and writes the object, outside any transaction.
     *
     * @param cause whose number the ids of provisions never met are taken under
     * @return null where it is not known which version was assessed last
     */
    public Uni<@Nullable Reread> read(DocumentState state, UUID cause) {
        Appearance appearance = state.appearance();
        if (appearance == null) {
            return Uni.createFrom().nullItem();
        }
        return worker.run(() -> assessing.draft(appearance.version(), state))
                .chain(draft -> reservations
                        .take(cause, draft.idsNeeded())
                        .chain(ids -> worker.run(() -> assessing.finish(draft, ids))))
                .map(result -> new Reread(appearance, result));
    }

    /** Stores and tells it, in the caller's transaction; fails where the document was assessed in the meantime. */
    public Uni<Void> store(Document locked, Reread reread, UUID cause) {
        return storage.again(locked, reread.appearance, reread.result).chain(() -> reservations.done(cause));
    }
}
