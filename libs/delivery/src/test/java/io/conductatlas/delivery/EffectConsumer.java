package io.conductatlas.delivery;

import io.conductatlas.events.AtlasEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as services have them; a test says what its computing shall come to for an event. */
@ApplicationScoped
class EffectConsumer {

    static final String NAME = "differ";

    private final Intake intake;
    private final Worker worker;
    private final Effects effects;
    private final Map<UUID, Callable<String>> script = new ConcurrentHashMap<>();
    private final Map<UUID, List<AtlasEvent>> told = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    EffectConsumer(Intake intake, Worker worker, Effects effects) {
        this.intake = intake;
        this.worker = worker;
        this.effects = effects;
    }

    @Incoming("captures")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return intake.handle(NAME, record, this::work);
    }

    void script(UUID eventId, Callable<String> computing) {
        script.put(eventId, computing);
    }

    void tells(UUID eventId, List<AtlasEvent> events) {
        told.put(eventId, events);
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    private Uni<Void> work(AtlasEvent event) {
        return worker.run(() -> compute(event))
                .chain(note -> effects.commit(NAME, event, note, told.getOrDefault(event.eventId(), List.of())));
    }

    private String compute(AtlasEvent event) throws Exception {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            return script.getOrDefault(event.eventId(), () -> "plain").call();
        } finally {
            atOnce.decrementAndGet();
        }
    }
}
