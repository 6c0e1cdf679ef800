package io.conductatlas.gateway.intake;

import io.conductatlas.delivery.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads every topic. */
@ApplicationScoped
class Consumers {

    /** Names these consumers in the inbox. */
    static final String NAME = "gateway";

    private final Intake intake;
    private final Projecting projecting;

    Consumers(Intake intake, Projecting projecting) {
        this.intake = intake;
        this.projecting = projecting;
    }

    @Incoming("sources")
    Uni<Void> onSource(ConsumerRecord<String, byte[]> record) {
        return intake.handle(NAME, record, projecting::project);
    }

    @Incoming("captures")
    Uni<Void> onCapture(ConsumerRecord<String, byte[]> record) {
        return intake.handle(NAME, record, projecting::project);
    }

    @Incoming("changes")
    Uni<Void> onChange(ConsumerRecord<String, byte[]> record) {
        return intake.handle(NAME, record, projecting::project);
    }

    @Incoming("assessments")
    Uni<Void> onAssessment(ConsumerRecord<String, byte[]> record) {
        return intake.handle(NAME, record, projecting::project);
    }

    @Incoming("reviews")
    Uni<Void> onReview(ConsumerRecord<String, byte[]> record) {
        return intake.handle(NAME, record, projecting::project);
    }

    @Incoming("subscriptions")
    Uni<Void> onSubscription(ConsumerRecord<String, byte[]> record) {
        return intake.handle(NAME, record, projecting::project);
    }

    @Incoming("deliveries")
    Uni<Void> onDelivery(ConsumerRecord<String, byte[]> record) {
        return intake.handle(NAME, record, projecting::project);
    }
}
