package io.conductatlas.classifier.intake;

import io.conductatlas.classifier.assessment.Assessments;
import io.conductatlas.classifier.provision.Relocations;
import io.conductatlas.delivery.Intake;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.TextRelocated;
import io.conductatlas.events.VersionRecorded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns of first versions, of changes, and of what moved between documents. */
@ApplicationScoped
class ChangesConsumer {

    static final String GROUP = "classifier";

    private final Intake intake;
    private final Assessments assessments;
    private final Relocations relocations;

    ChangesConsumer(Intake intake, Assessments assessments, Relocations relocations) {
        this.intake = intake;
        this.relocations = relocations;
        this.assessments = assessments;
    }

    @Incoming("changes")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.handle(GROUP, record, this::assess);
    }

    private Uni<Void> assess(AtlasEvent event) {
        if (event instanceof VersionRecorded recorded) {
            return assessments.assess(recorded);
        }
        if (event instanceof TextRelocated relocated) {
            return relocations.take(relocated);
        }
        if (event instanceof ChangeDetected change) {
            return assessments.assess(change);
        }
        return Uni.createFrom().voidItem();
    }
}
