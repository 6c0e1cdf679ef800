package io.conductatlas.classifier.review;

import io.conductatlas.classifier.assessment.Rereading;
import io.conductatlas.classifier.provision.Provisions;
import io.conductatlas.events.AssessmentReviewed;
import io.conductatlas.events.ProvisionReviewed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes what staff decided into effect: at once for readers, and from now on for every further reading. */
@ApplicationScoped
public class Reviews {

    public static final String GROUP = ReviewStorage.GROUP;

    private final Provisions provisions;
    private final Rereading rereading;
    private final ReviewStorage storage;

    Reviews(Provisions provisions, Rereading rereading, ReviewStorage storage) {
        this.provisions = provisions;
        this.rereading = rereading;
        this.storage = storage;
    }

    /** A provision accepted, corrected or rejected: its document is read once more in this light. */
    public Uni<Void> take(ProvisionReviewed review) {
        return Uni.createFrom()
                .item(review)
                .invoke(storage::check)
                .chain(() -> provisions.state(review.document().id()))
                .chain(state -> rereading.read(state.after(review), review.eventId()))
                .chain(reread -> storage.keep(review, reread));
    }

    /** The assessment of a change accepted, corrected or rejected: the change is told again in this light. */
    public Uni<Void> take(AssessmentReviewed review) {
        return storage.keep(review);
    }
}
