package io.conductatlas.differ.capture;

import io.conductatlas.delivery.Intake;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CheckRecorded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what was captured. */
@ApplicationScoped
class CapturesConsumer {

    static final String CONSUMER = "differ";

    private final Intake intake;
    private final CaptureWork work;

    CapturesConsumer(Intake intake, CaptureWork work) {
        this.intake = intake;
        this.work = work;
    }

    @Incoming("captures")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.handle(CONSUMER, record, this::take);
    }

    private Uni<Void> take(AtlasEvent event) {
        if (event instanceof CaptureRecorded capture) {
            return work.capture(capture);
        }
        if (event instanceof CheckRecorded check) {
            return work.check(check);
        }
        return Uni.createFrom().voidItem();
    }
}
