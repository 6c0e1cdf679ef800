package io.conductatlas.fetcher.fetch;

import io.conductatlas.fetcher.Bridge;
import io.conductatlas.fetcher.FetchConfig;
import io.conductatlas.fetcher.source.Targets;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Looks for what is due and fetches it on threads of its own. It ticks in real time and asks the clock what is due, so
 * that a clock that leaps makes things due at once.
 */
@ApplicationScoped
class FetchLoop {

    private static final Logger LOG = Logger.getLogger(FetchLoop.class);
    private static final Duration OVERDUE_AFTER = Duration.ofSeconds(60);
    private static final Duration COUNT_OVERDUE_EVERY = Duration.ofSeconds(15);
    private static final Duration LOOK_PATIENCE = Duration.ofSeconds(3);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(15);

    private final FetchConfig config;
    private final Leases leases;
    private final FetchRun run;
    private final Targets targets;
    private final FetchMetrics metrics;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private final AtomicInteger busy = new AtomicInteger();
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(named("fetch-lookout"));
    private final ExecutorService fetchers;

    FetchLoop(FetchConfig config, Leases leases, FetchRun run, Targets targets, FetchMetrics metrics, Clock clock) {
        this.config = config;
        this.leases = leases;
        this.run = run;
        this.targets = targets;
        this.metrics = metrics;
        this.clock = clock;
        this.fetchers = Executors.newFixedThreadPool(config.concurrency(), named("fetch"));
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            long millis = config.lookEvery().toMillis();
            lookout.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
            long seconds = COUNT_OVERDUE_EVERY.toSeconds();
            lookout.scheduleWithFixedDelay(this::countOverdue, seconds, seconds, TimeUnit.SECONDS);
        }
    }

    /** Takes nothing new and lets what is under way finish; what does not is left to its lease. */
    void stop(@Observes ShutdownEvent event) {
        lookout.shutdown();
        try {
            // A look under way may still take something: it is fetched rather than left leased to nobody.
            if (!lookout.awaitTermination(LOOK_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                lookout.shutdownNow();
            }
            fetchers.shutdown();
            if (!fetchers.awaitTermination(LAST_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                fetchers.shutdownNow();
                LOG.warn("fetches were still under way; they are taken up again when their leases end");
            }
        } catch (InterruptedException e) {
            fetchers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            int free = config.concurrency() - busy.get();
            if (free > 0) {
                List<Leases.Claim> claims = Bridge.call(() -> leases.claim(owner, free));
                claims.forEach(this::dispatch);
            }
        } catch (RuntimeException e) {
            LOG.warnf("cannot look for what is due: %s", e.getMessage());
        }
    }

    private void dispatch(Leases.Claim claim) {
        busy.incrementAndGet();
        try {
            fetchers.execute(() -> {
                try {
                    run.run(claim);
                } finally {
                    busy.decrementAndGet();
                    lookAgain();
                }
            });
        } catch (RejectedExecutionException e) {
            busy.decrementAndGet(); // stopping; the lease ends by itself
        }
    }

    private void lookAgain() {
        try {
            lookout.execute(this::look);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping: nothing new is taken");
        }
    }

    private void countOverdue() {
        try {
            metrics.overdue(Bridge.call(() -> Panache.withSession(
                    () -> targets.countDueBefore(clock.instant().minus(OVERDUE_AFTER)))));
        } catch (RuntimeException e) {
            LOG.debugf("cannot count what is overdue: %s", e.getMessage());
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> new Thread(task, name + "-" + number.incrementAndGet());
    }
}
