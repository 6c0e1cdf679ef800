package io.conductatlas.differ.capture;

import io.conductatlas.delivery.Intake;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.CaptureReviewed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what staff decided about refused captures. */
@ApplicationScoped
class ReviewsConsumer {

    private final Intake intake;
    private final CaptureWork work;

    ReviewsConsumer(Intake intake, CaptureWork work) {
        this.intake = intake;
        this.work = work;
    }

    @Incoming("reviews")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.handle(CapturesConsumer.CONSUMER, record, this::take);
    }

    private Uni<Void> take(AtlasEvent event) {
        return event instanceof CaptureReviewed review
                ? work.review(review)
                : Uni.createFrom().voidItem();
    }
}
