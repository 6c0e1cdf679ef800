package io.conductatlas.alert.dispatch;

import io.conductatlas.delivery.Failures;
import io.conductatlas.delivery.Steady;
import io.conductatlas.delivery.Stopping;
import io.conductatlas.events.DeliveryChannel;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Makes the tries that are due: each on a Vert.x context, and so with a database session, of its own, so that one that
 * hangs holds up no other. Any number of instances may do this at once.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration LATE = Duration.ofHours(1);

    private final Deliveries deliveries;
    private final Steady steady;
    private final Stopping stopping;
    private final Vertx vertx;
    private final DispatchConfig config;
    private final DispatchMetrics metrics;
    private final Map<DeliveryChannel, Sender> senders;

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger nudges = new AtomicInteger();

    Dispatcher(
            Deliveries deliveries,
            Steady steady,
            Stopping stopping,
            Vertx vertx,
            DispatchConfig config,
            DispatchMetrics metrics,
            @All List<Sender> senders) {
        this.deliveries = deliveries;
        this.steady = steady;
        this.stopping = stopping;
        this.vertx = vertx;
        this.config = config;
        this.metrics = metrics;
        this.senders = senders.stream().collect(Collectors.toMap(Sender::channel, Function.identity()));
    }

    @Scheduled(every = "${atlas.alert.dispatch.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        nudge();
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return stopping.unlessBegun(
                () -> deliveries.waiting(LATE).invoke(metrics::waiting).replaceWithVoid(),
                failure -> LOG.warnf("Cannot see what is waiting: %s", failure));
    }

    /** Has a look for something to do soon; while one is under way, at its end. */
    void nudge() {
        if (!stopping.hasBegun() && nudges.getAndIncrement() == 0) {
            apart(() -> stopping.unlessBegun(this::claimAndBegin, Dispatcher::stumbled), this::lookedAround);
        }
    }

    private Uni<Void> claimAndBegin() {
        int room = config.atATime() - underWay.get();
        if (room <= 0) {
            return Uni.createFrom().voidItem();
        }
        return deliveries
                .claim(room)
                .invoke(claimed -> claimed.forEach(this::begin))
                .replaceWithVoid();
    }

    private void lookedAround() {
        if (nudges.getAndSet(0) > 1) {
            nudge();
        }
    }

    private void begin(Reserved reserved) {
        underWay.incrementAndGet();
        apart(() -> attempt(reserved), () -> {
            underWay.decrementAndGet();
            nudge(); // its lane has room again
        });
    }

    private Uni<Void> attempt(Reserved reserved) {
        Sender sender = Objects.requireNonNull(senders.get(reserved.channel()), "every channel has a sender");
        long start = System.nanoTime();
        return sender.send(reserved)
                .onFailure()
                .recoverWithItem(failure -> broken(reserved, failure))
                .chain(outcome -> {
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    return steady.until(() -> deliveries.settle(reserved, outcome, took, sender));
                });
    }

    /** A sender that fails has not sent: what goes wrong on the wire is an outcome. */
    private static Outcome broken(Reserved reserved, Throwable failure) {
        if (Failures.isTransient(failure)) {
            LOG.warnf("Delivery %s waits, something is away: %s", reserved.deliveryId(), failure);
            return new Outcome.NotYet(null, "our own systems were not available", Optional.empty());
        }
        LOG.errorf(failure, "Delivery %s cannot be made", reserved.deliveryId());
        return new Outcome.NotYet(null, "an error of ours", Optional.empty());
    }

    /** Runs {@code work} on a context that nobody else uses; what it fails with is logged. */
    private void apart(java.util.function.Supplier<Uni<Void>> work, Runnable then) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> Uni.createFrom()
                .deferred(() -> work.get())
                .onTermination()
                .invoke(then)
                .subscribe()
                .with(done -> {}, Dispatcher::stumbled));
    }

    private static void stumbled(Throwable failure) {
        LOG.warnf("Dispatching stumbled and goes on: %s", failure);
    }

    /** Lets tries under way come to an end; what does not is tried again by somebody once its lease has run out. */
    void stop(@Observes ShutdownEvent event) {
        long end = System.nanoTime() + config.farewell().toNanos();
        try {
            while (underWay.get() > 0 && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
