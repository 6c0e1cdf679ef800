package io.conductatlas.alert.outages;

import io.conductatlas.delivery.Intake;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.CaptureFailed;
import io.conductatlas.events.CaptureRecovered;
import io.conductatlas.events.CaptureRefused;
import io.conductatlas.events.EffectiveDateChanged;
import io.conductatlas.events.Origin;
import io.conductatlas.events.PlatformEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes from captures and changes what went wrong, and dates that moved. Only what was seen live counts. */
@ApplicationScoped
class TroublesConsumer {

    private static final String CONSUMER = "alert";

    private final Intake intake;
    private final Troubles troubles;

    TroublesConsumer(Intake intake, Troubles troubles) {
        this.intake = intake;
        this.troubles = troubles;
    }

    @Incoming("captures")
    Uni<Void> onCapture(ConsumerRecord<String, byte[]> record) {
        return intake.handle(CONSUMER, record, this::keep);
    }

    @Incoming("changes")
    Uni<Void> onChange(ConsumerRecord<String, byte[]> record) {
        return intake.handle(CONSUMER, record, this::keep);
    }

    private Uni<Void> keep(AtlasEvent event) {
        if (!(event instanceof PlatformEvent seen) || seen.origin() != Origin.LIVE) {
            return Uni.createFrom().voidItem();
        }
        if (event instanceof CaptureFailed failure) {
            return troubles.failed(failure);
        }
        if (event instanceof CaptureRecovered recovery) {
            return troubles.recovered(recovery.document().id(), recovery.recordedAt());
        }
        if (event instanceof CaptureRefused refusal) {
            return troubles.refused(refusal);
        }
        return event instanceof EffectiveDateChanged move
                ? troubles.moved(move)
                : Uni.createFrom().voidItem();
    }
}
