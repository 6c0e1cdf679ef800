package io.conductatlas.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does a step again, without end, for as long as its failure is one that passes.
 *
 * <p>Metrics: {@code steady_retries_total} and {@code steady_waiting}, the number of steps that wait at the moment.
 */
@ApplicationScoped
public class Steady {

    private static final Logger LOG = Logger.getLogger(Steady.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LOG_EVERY = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Stopping stopping;
    private final Counter retries;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong lastLogged = new AtomicLong(System.nanoTime() - LOG_EVERY.toNanos());

    Steady(Vertx vertx, Stopping stopping, MeterRegistry metrics) {
        this.vertx = vertx;
        this.stopping = stopping;
        this.retries = metrics.counter("steady.retries");
        metrics.gauge("steady.waiting", waiting);
    }

    /**
     * Subscribes to what {@code step} supplies, and again after a pause (100 ms growing to 10 s, with jitter) while the
     * failure {@linkplain Failures#isTransient passes}. Each try runs on the Vert.x context of the first. The step must be
     * one that may be begun anew: a whole transaction, never a part of one.
     */
    public <T> Uni<T> until(Supplier<Uni<T>> step) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            Pauses pauses = new Pauses();
            return Uni.createFrom()
                    .<T>deferred(step::get)
                    .onFailure(Failures::isTransient)
                    .retry()
                    .when(failures -> again(failures, pauses, context));
        });
    }

    private Multi<Long> again(Multi<Throwable> failures, Pauses pauses, @Nullable Context context) {
        return failures.onItem().transformToUniAndConcatenate(failure -> {
            Duration pause = pauses.next();
            retries.increment();
            tell(failure, pause);
            return pause(pause, context);
        });
    }

    private Uni<Long> pause(Duration pause, @Nullable Context context) {
        return Uni.createFrom().emitter(emitter -> {
            waiting.incrementAndGet();
            long timer = vertx.setTimer(pause.toMillis(), id -> {
                waiting.decrementAndGet();
                if (context == null) {
                    emitter.complete(id);
                } else {
                    context.runOnContext(ignored -> emitter.complete(id));
                }
            });
            emitter.onTermination(() -> {
                if (vertx.cancelTimer(timer)) {
                    waiting.decrementAndGet();
                }
            });
        });
    }

    private void tell(Throwable failure, Duration pause) {
        if (stopping.isOfTheEnd(failure)) {
            LOG.debugf("A step ends with the application, and is done by whoever takes it up: %s", failure);
            return;
        }
        long last = lastLogged.get();
        long now = System.nanoTime();
        if (now - last >= LOG_EVERY.toNanos() && lastLogged.compareAndSet(last, now)) {
            LOG.warnf("Something is away; trying again in %d ms, and on without end: %s", pause.toMillis(), failure);
        }
    }

    /** The pauses of one step: each twice the last, up to a limit, shortened by chance so that many do not come at once. */
    private static final class Pauses {

        private Duration next = FIRST_PAUSE;

        Duration next() {
            Duration pause = next;
            Duration doubled = pause.multipliedBy(2);
            next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            long millis = pause.toMillis();
            return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
        }
    }
}
