package io.conductatlas.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a {@link Relay} going on a thread of its own, from before the first channel subscribes until the application stops.
 *
 * <p>Metrics: {@code outbox_pending} and {@code outbox_oldest_age_seconds}, {@code outbox_told_total},
 * {@code outbox_failures_total} and {@code outbox_delay_seconds}, from being added to being acknowledged.
 */
@ApplicationScoped
class OutboxRelay {

    /** Before SmallRye's channels subscribe, which is at {@link Interceptor.Priority#LIBRARY_BEFORE}. */
    static final int BEFORE_CHANNELS = Interceptor.Priority.LIBRARY_BEFORE - 100;

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration WATCHFUL = Duration.ofMillis(300);
    private static final Duration WATCHFUL_EVERY = Duration.ofMillis(15);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration MEASURE_EVERY = Duration.ofSeconds(2);
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);
    private static final Duration LOG_EVERY = Duration.ofSeconds(30);

    private final DataSource database;
    private final Topics topics;
    private final TopicsConfig topicsConfig;
    private final OutboxConfig config;
    private final InboxConfig inboxConfig;
    private final Clock clock;
    private final Relay relay;
    private final Housekeeping housekeeping;
    private final Counter told;
    private final Counter failures;
    private final Timer delay;
    private final Semaphore nudges = new Semaphore(0);
    private final Every measuring = new Every(MEASURE_EVERY);
    private final Every pruning = new Every(PRUNE_EVERY);
    private final Every logging = new Every(LOG_EVERY);
    private volatile long watchfulUntil = System.nanoTime();
    private volatile OutboxState state = OutboxState.EMPTY;
    private volatile boolean stopping;
    private volatile boolean topicsReady;
    private @Nullable Thread thread;

    OutboxRelay(
            DataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Topics topics,
            TopicsConfig topicsConfig,
            OutboxConfig config,
            InboxConfig inboxConfig,
            Clock clock,
            MeterRegistry metrics) {
        this.database = database;
        this.topics = topics;
        this.topicsConfig = topicsConfig;
        this.config = config;
        this.inboxConfig = inboxConfig;
        this.clock = clock;
        Publisher publisher = new Publisher(
                () -> producer(kafka, service, config.deliveryTimeout()),
                config.deliveryTimeout().multipliedBy(2));
        this.relay = new Relay(database, publisher, clock, config.batch());
        this.housekeeping = new Housekeeping(database);
        this.told = metrics.counter("outbox.told");
        this.failures = metrics.counter("outbox.failures");
        this.delay = metrics.timer("outbox.delay");
        metrics.gauge("outbox.pending", this, relay -> relay.state.pending());
        Gauge.builder("outbox.oldest.age", this, OutboxRelay::oldestAgeSeconds)
                .baseUnit("seconds")
                .register(metrics);
    }

    static Producer<byte[], byte[]> producer(Map<String, Object> kafka, String service, Duration deliveryTimeout) {
        int timeout = Math.toIntExact(deliveryTimeout.toMillis());
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) timeout / 2);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Says that something may be about to be told, so that it need not wait for the next look. */
    void nudge() {
        watchfulUntil = System.nanoTime() + WATCHFUL.toNanos();
        nudges.release();
    }

    void start(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) throws InterruptedException {
        topicsReady = topics.ensure(topicsConfig.await());
        if (!topicsReady) {
            LOG.warn("the topics are not there yet; nothing is told before they are");
        }
        if (config.relay()) {
            Thread worker = new Thread(this::run, "outbox-relay");
            worker.setDaemon(true);
            worker.start();
            thread = worker;
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        nudges.release();
        if (thread != null) {
            thread.join(config.stopWithin().toMillis());
        }
        relay.close();
    }

    private void run() {
        Duration pause = config.every();
        while (!stopping) {
            nudges.drainPermits();
            try {
                boolean more = round();
                pause = config.every();
                if (!more) {
                    rest();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                failed(e);
                pause = longer(pause);
                restInAnyCase(pause);
            }
        }
    }

    /** @return whether there may be more to do at once */
    private boolean round() throws SQLException, InterruptedException {
        if (!topicsReady) {
            topicsReady = topics.ensure(LONGEST_PAUSE);
            return topicsReady;
        }
        if (measuring.isDue()) {
            state = OutboxState.measure(database);
        }
        Relay.Round round = relay.round();
        Instant now = clock.instant();
        told.increment(round.told().size());
        round.told().forEach(row -> delay.record(atLeastZero(Duration.between(row.createdAt(), now))));
        if (round.failure().isPresent()) {
            throw new IllegalStateException(
                    "the broker did not acknowledge everything", round.failure().get());
        }
        if (pruning.isDue()) {
            housekeeping.pruneOutbox(now.minus(config.keep()));
            housekeeping.pruneInbox(now.minus(inboxConfig.keep()));
        }
        return round.more();
    }

    private void failed(Exception failure) {
        failures.increment();
        if (logging.isDue()) {
            LOG.warnf(failure, "the outbox cannot be told at the moment; it is tried again without end");
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Waits, but not past the next nudge; after a nudge looks often, for what was announced is not yet committed. */
    private void rest() {
        boolean watchful = System.nanoTime() - watchfulUntil < 0;
        Duration rest = watchful && WATCHFUL_EVERY.compareTo(config.every()) < 0 ? WATCHFUL_EVERY : config.every();
        await(rest);
    }

    /** Waits although there is something to tell, for something is away; only the end of the application cuts it short. */
    private void restInAnyCase(Duration pause) {
        long deadline = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !stopping; left = deadline - System.nanoTime()) {
            await(Duration.ofNanos(left));
        }
    }

    private void await(Duration limit) {
        try {
            boolean nudged = nudges.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
            LOG.tracef("looking again, nudged: %s", nudged);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private double oldestAgeSeconds() {
        return state.oldest()
                .map(oldest ->
                        atLeastZero(Duration.between(oldest, clock.instant())).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** What is done once in a while, by real time. */
    private static final class Every {

        private final long periodNanos;
        private long last;

        Every(Duration period) {
            this.periodNanos = period.toNanos();
            this.last = System.nanoTime() - periodNanos;
        }

        boolean isDue() {
            long now = System.nanoTime();
            if (now - last < periodNanos) {
                return false;
            }
            last = now;
            return true;
        }
    }
}
