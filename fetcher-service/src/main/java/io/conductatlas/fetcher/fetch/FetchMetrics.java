package io.conductatlas.fetcher.fetch;

import io.conductatlas.events.FailureKind;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch: {@code fetch_total{outcome}}, {@code fetch_duration}, {@code targets_overdue}, {@code ssrf_blocked_total}. */
@ApplicationScoped
class FetchMetrics {

    private final MeterRegistry registry;
    private final AtomicLong overdue;

    FetchMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.overdue = Objects.requireNonNull(registry.gauge("targets.overdue", new AtomicLong()));
    }

    void count(FetchResult result, Duration took) {
        registry.counter("fetch", "outcome", outcome(result)).increment();
        registry.timer("fetch.duration").record(took);
        if (result instanceof FetchResult.Failed failed && failed.failure().kind() == FailureKind.SSRF_BLOCKED) {
            registry.counter("ssrf.blocked").increment();
        }
    }

    /** A fetch that came to nothing of which anything could be told: the lease was lost, or a part of ours was away. */
    void abandoned() {
        registry.counter("fetch", "outcome", "abandoned").increment();
    }

    void overdue(long count) {
        overdue.set(count);
    }

    private static String outcome(FetchResult result) {
        if (result instanceof FetchResult.Changed) {
            return "changed";
        }
        if (result instanceof FetchResult.Unchanged) {
            return "unchanged";
        }
        return ((FetchResult.Failed) result).failure().kind().name().toLowerCase(Locale.ROOT);
    }
}
