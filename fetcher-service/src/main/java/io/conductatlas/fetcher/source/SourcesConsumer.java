package io.conductatlas.fetcher.source;

import io.conductatlas.delivery.Intake;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.SourceRetired;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns what is to be fetched. */
@ApplicationScoped
class SourcesConsumer {

    static final String GROUP = "fetcher";

    private final Intake intake;
    private final SourceStorage storage;

    SourcesConsumer(Intake intake, SourceStorage storage) {
        this.intake = intake;
        this.storage = storage;
    }

    @Incoming("sources")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.handle(GROUP, record, this::accept);
    }

    private Uni<Void> accept(AtlasEvent event) {
        if (event instanceof SourceDeclared declared) {
            return storage.declare(declared);
        }
        if (event instanceof SourceRetired retired) {
            return storage.retire(retired);
        }
        return Uni.createFrom().voidItem();
    }
}
