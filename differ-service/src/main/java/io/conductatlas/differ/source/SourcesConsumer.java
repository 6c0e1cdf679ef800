package io.conductatlas.differ.source;

import io.conductatlas.delivery.Intake;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.SourceDeclared;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns what of a page is the agreement. */
@ApplicationScoped
class SourcesConsumer {

    static final String CONSUMER = "differ";

    private final Intake intake;
    private final SourceStorage storage;

    SourcesConsumer(Intake intake, SourceStorage storage) {
        this.intake = intake;
        this.storage = storage;
    }

    @Incoming("sources")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.handle(CONSUMER, record, this::keep);
    }

    private Uni<Void> keep(AtlasEvent event) {
        return event instanceof SourceDeclared source
                ? storage.keep(source)
                : Uni.createFrom().voidItem();
    }
}
