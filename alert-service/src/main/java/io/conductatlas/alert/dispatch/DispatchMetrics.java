package io.conductatlas.alert.dispatch;

import io.conductatlas.events.DeliveryChannel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** How telling goes, for operators. No subscriber, platform or address is a label. */
@ApplicationScoped
class DispatchMetrics {

    private final MeterRegistry registry;
    private final Timer changeToAlert;
    private final AtomicLong late;
    private final AtomicLong oldestCallSeconds;

    DispatchMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.changeToAlert = Timer.builder("change.to.alert")
                .description("From the time a changed page was served to the time a subscriber was told")
                .publishPercentileHistogram()
                .register(registry);
        this.late = registry.gauge("alerts.undelivered.over.1h", new AtomicLong());
        this.oldestCallSeconds = registry.gauge("webhook.queue.oldest.age.seconds", new AtomicLong());
        registry.counter("email.ambiguous");
    }

    void ambiguous(DeliveryChannel channel) {
        if (channel == DeliveryChannel.WEBHOOK) {
            registry.counter("webhook.attempt", "result", "ambiguous").increment();
        } else {
            registry.counter("email.ambiguous").increment();
        }
    }

    void settled(Delivery delivery, Outcome outcome, Instant now) {
        boolean webhook = delivery.channel() == DeliveryChannel.WEBHOOK;
        registry.counter(webhook ? "webhook.attempt" : "email", webhook ? "result" : "outcome", name(outcome))
                .increment();
        if (outcome instanceof Outcome.Unknown) {
            ambiguous(delivery.channel());
        }
        Instant observed = delivery.observedAt();
        if (outcome instanceof Outcome.Delivered && observed != null && !observed.isAfter(now)) {
            changeToAlert.record(Duration.between(observed, now));
        }
    }

    void waiting(Deliveries.Waiting waiting) {
        late.set(waiting.late());
        oldestCallSeconds.set(waiting.oldestCall().toSeconds());
    }

    private static String name(Outcome outcome) {
        if (outcome instanceof Outcome.Delivered) {
            return "delivered";
        }
        if (outcome instanceof Outcome.NotYet) {
            return "not_yet";
        }
        if (outcome instanceof Outcome.Unknown) {
            return "unknown";
        }
        return outcome instanceof Outcome.Refused ? "refused" : "withheld";
    }
}
