package io.conductatlas.alert.fanout;

import io.conductatlas.alert.audience.Audience;
import io.conductatlas.delivery.Intake;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.ChangeAssessed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes assessed changes to everybody who follows them. What was not seen live goes no further. */
@ApplicationScoped
class AssessmentsConsumer {

    private final Intake intake;
    private final FanOut fanOut;
    private final IndexReady index;

    AssessmentsConsumer(Intake intake, FanOut fanOut, IndexReady index) {
        this.intake = intake;
        this.fanOut = fanOut;
        this.index = index;
    }

    @Incoming("assessments")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.handle(FanOut.CONSUMER, record, this::tell);
    }

    private Uni<Void> tell(AtlasEvent event) {
        return event instanceof ChangeAssessed change && Audience.concerns(change)
                ? index.await().chain(() -> fanOut.tell(change))
                : Uni.createFrom().voidItem();
    }
}
