package io.conductatlas.classifier.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.conductatlas.classifier.assessment.AssessmentReviews;
import io.conductatlas.classifier.assessment.Rereading;
import io.conductatlas.classifier.provision.Document;
import io.conductatlas.classifier.provision.Documents;
import io.conductatlas.classifier.provision.Provisions;
import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.delivery.Inbox;
import io.conductatlas.events.AssessmentReviewed;
import io.conductatlas.events.ProvisionReviewed;
import io.conductatlas.events.ReviewEvent;
import io.conductatlas.events.ReviewVerdict;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps every review; what is said of a provision holds for it from now on, under any catalogue. */
@ApplicationScoped
class ReviewStorage {

    static final String GROUP = "classifier";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final String KEEP = """
            insert into review (event_id, subject_id, verdict, body, reviewer, reason, recorded_at)
            values (:event, :subject, :verdict, :body, :reviewer, :reason, :at)
            """;

    private final Inbox inbox;
    private final Documents documents;
    private final Provisions provisions;
    private final Rereading rereading;
    private final AssessmentReviews assessmentReviews;
    private final Catalogue catalogue = Catalogue.bundled();

    ReviewStorage(
            Inbox inbox,
            Documents documents,
            Provisions provisions,
            Rereading rereading,
            AssessmentReviews assessmentReviews) {
        this.inbox = inbox;
        this.documents = documents;
        this.provisions = provisions;
        this.rereading = rereading;
        this.assessmentReviews = assessmentReviews;
    }

    /** Whether what a review says can be kept; if not, why. */
    void check(ProvisionReviewed review) {
        String type = review.correctedType();
        if (type != null && !catalogue.knows(type)) {
            throw new IllegalArgumentException("there is no provision type " + type);
        }
    }

    /** Accepts, corrects or rejects a provision, and tells its document as it is seen from now on. */
    @WithTransaction
    Uni<Void> keep(ProvisionReviewed review, Rereading.@Nullable Reread reread) {
        return once(
                review,
                review.verdict(),
                document -> provisions
                        .review(review)
                        .chain(() -> reread == null
                                ? Uni.createFrom().voidItem()
                                : rereading.store(document, reread, review.eventId())));
    }

    /** Keeps what was said of an assessment, and tells the change as it is seen from now on. */
    @WithTransaction
    Uni<Void> keep(AssessmentReviewed review) {
        return once(review, review.verdict(), document -> assessmentReviews.tellAgain(review));
    }

    private Uni<Void> once(ReviewEvent review, ReviewVerdict verdict, Function<Document, Uni<Void>> work) {
        return documents
                .lock(review.platform().id(), review.document().id())
                .chain(document -> inbox.claim(GROUP, review.eventId())
                        .chain(ours -> ours
                                ? write(review, verdict).chain(() -> work.apply(document))
                                : Uni.createFrom().voidItem()));
    }

    private static Uni<Void> write(ReviewEvent review, ReviewVerdict verdict) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("event", review.eventId())
                        .setParameter("subject", review.subject())
                        .setParameter("verdict", verdict.name())
                        .setParameter("body", json(review))
                        .setParameter("reviewer", review.reviewer())
                        .setParameter("reason", review.reason())
                        .setParameter("at", review.recordedAt().atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String json(ReviewEvent review) {
        try {
            return JSON.writeValueAsString(review);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a review cannot be written as JSON", e);
        }
    }
}
