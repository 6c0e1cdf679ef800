package io.conductatlas.classifier.intake;

import io.conductatlas.classifier.review.Reviews;
import io.conductatlas.delivery.Intake;
import io.conductatlas.events.AssessmentReviewed;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.ProvisionReviewed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns what staff decided. */
@ApplicationScoped
class ReviewsConsumer {

    private final Intake intake;
    private final Reviews reviews;

    ReviewsConsumer(Intake intake, Reviews reviews) {
        this.intake = intake;
        this.reviews = reviews;
    }

    @Incoming("reviews")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.handle(Reviews.GROUP, record, this::keep);
    }

    private Uni<Void> keep(AtlasEvent event) {
        if (event instanceof ProvisionReviewed review) {
            return reviews.take(review);
        }
        if (event instanceof AssessmentReviewed review) {
            return reviews.take(review);
        }
        return Uni.createFrom().voidItem();
    }
}
