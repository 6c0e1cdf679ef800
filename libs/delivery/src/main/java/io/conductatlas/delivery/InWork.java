package io.conductatlas.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The records that one consumer has at hand, and since when. Real time, whatever the clock says. */
final class InWork {

    private final Map<Object, Long> beginnings = new ConcurrentHashMap<>();

    static InWork measured(MeterRegistry metrics, String consumer) {
        InWork inWork = new InWork();
        Gauge.builder("intake.oldest.age", inWork, InWork::oldestAgeSeconds)
                .baseUnit("seconds")
                .tag("consumer", consumer)
                .register(metrics);
        return inWork;
    }

    Object begin() {
        Object ticket = new Object();
        beginnings.put(ticket, System.nanoTime());
        return ticket;
    }

    void end(Object ticket) {
        beginnings.remove(ticket);
    }

    private double oldestAgeSeconds() {
        long now = System.nanoTime();
        long oldest = beginnings.values().stream()
                .mapToLong(beginning -> now - beginning)
                .max()
                .orElse(0);
        return (double) oldest / TimeUnit.SECONDS.toNanos(1);
    }
}
