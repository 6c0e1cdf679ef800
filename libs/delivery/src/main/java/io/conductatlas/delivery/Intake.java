package io.conductatlas.delivery;

import io.conductatlas.events.AtlasEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * The way every record takes into a service.
 *
 * <p>Metrics by consumer: {@code intake_events_total{outcome}} with the outcomes done, known and failed, and
 * {@code intake_oldest_age_seconds}, how long the oldest record at hand has been in work.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final EventReader reader;
    private final Inbox inbox;
    private final Steady steady;
    private final MeterRegistry metrics;
    private final Map<String, InWork> inWork = new ConcurrentHashMap<>();

    Intake(EventReader reader, Inbox inbox, Steady steady, MeterRegistry metrics) {
        this.reader = reader;
        this.inbox = inbox;
        this.steady = steady;
        this.metrics = metrics;
    }

    /**
     * Reads the record, looks whether {@code consumer} did its event already, and has {@code work} do it; again, in place
     * and without end, while what fails is only away. The channel acknowledges when this completes, and puts the record to
     * the dead letters when it fails.
     *
     * @param work must claim the event in the {@link Inbox} in the transaction of its effect; may be called several times
     */
    public Uni<Void> handle(
            String consumer, ConsumerRecord<String, byte[]> record, Function<AtlasEvent, Uni<Void>> work) {
        return Uni.createFrom().deferred(() -> {
            Object ticket = inWork(consumer).begin();
            return Uni.createFrom()
                    .item(() -> reader.read(record))
                    .chain(event -> steady.until(() -> lookAndWork(consumer, event, work)))
                    .invoke(outcome -> count(consumer, outcome))
                    .onFailure()
                    .invoke(failure -> refuse(consumer, record, failure))
                    .onTermination()
                    .invoke(() -> inWork(consumer).end(ticket))
                    .replaceWithVoid();
        });
    }

    private Uni<String> lookAndWork(String consumer, AtlasEvent event, Function<AtlasEvent, Uni<Void>> work) {
        return inbox.isNew(consumer, event.eventId())
                .chain(isNew -> isNew
                        ? work.apply(event).replaceWith("done")
                        : Uni.createFrom().item("known"));
    }

    private void refuse(String consumer, ConsumerRecord<String, byte[]> record, Throwable failure) {
        count(consumer, "failed");
        LOG.errorf(
                failure,
                "%s cannot handle %s/%d/%d; it goes to the dead letters",
                consumer,
                record.topic(),
                record.partition(),
                record.offset());
    }

    private void count(String consumer, String outcome) {
        metrics.counter("intake.events", "consumer", consumer, "outcome", outcome)
                .increment();
    }

    private InWork inWork(String consumer) {
        return inWork.computeIfAbsent(consumer, name -> InWork.measured(metrics, name));
    }
}
