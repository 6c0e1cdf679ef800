package io.conductatlas.fetcher.fetch;

import io.conductatlas.events.SourceDeclared;
import io.conductatlas.fetcher.Bridge;
import io.conductatlas.fetcher.FetchConfig;
import io.conductatlas.fetcher.capture.CaptureStorage;
import io.conductatlas.fetcher.capture.LeaseLostException;
import io.conductatlas.fetcher.politeness.Hosts;
import io.conductatlas.outbound.Outbound;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** One fetch from lease to events. Blocks. */
@ApplicationScoped
class FetchRun {

    private static final Logger LOG = Logger.getLogger(FetchRun.class);
    private static final Duration AFTER_OUR_OWN_TROUBLE = Duration.ofSeconds(30);

    private final FetchConfig config;
    private final Leases leases;
    private final LeaseKeeper keeper;
    private final Hosts hosts;
    private final Outbound outbound;
    private final SourceFetcher fetcher;
    private final CaptureStorage storage;
    private final FetchMetrics metrics;
    private final Clock clock;
    private final RetryPolicy retries;

    FetchRun(
            FetchConfig config,
            Leases leases,
            LeaseKeeper keeper,
            Hosts hosts,
            Outbound outbound,
            SourceFetcher fetcher,
            CaptureStorage storage,
            FetchMetrics metrics,
            Clock clock) {
        this.config = config;
        this.leases = leases;
        this.keeper = keeper;
        this.hosts = hosts;
        this.outbound = outbound;
        this.fetcher = fetcher;
        this.storage = storage;
        this.metrics = metrics;
        this.clock = clock;
        this.retries = new RetryPolicy(
                config.firstRetry(),
                config.longestRetry(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Never throws: a fetch that fails for reasons of ours is given back and tried again soon. */
    void run(Leases.Claim claim) {
        try {
            Lease lease = Bridge.call(() -> leases.describe(claim));
            long start = System.nanoTime();
            FetchResult result = fetch(claim, lease);
            store(lease, result);
            metrics.count(result, Duration.ofNanos(System.nanoTime() - start));
        } catch (LeaseLostException e) {
            metrics.abandoned();
            LOG.warnf("document %s: %s", claim.documentId(), e.getMessage());
        } catch (RuntimeException e) {
            metrics.abandoned();
            LOG.warnf(e, "document %s could not be fetched now; it is tried again", claim.documentId());
            giveBack(claim);
        }
    }

    private FetchResult fetch(Leases.Claim claim, Lease lease) {
        try (Courier courier = new Courier(config, hosts, leases, outbound, claim, keeper.keep(claim))) {
            return fetcher.fetch(lease, courier);
        }
    }

    private void store(Lease lease, FetchResult result) {
        SourceDeclared source = lease.held().source();
        if (result instanceof FetchResult.Changed changed) {
            Bridge.call(() -> storage.recorded(lease.held(), changed.source(), in(source.cadence())));
        } else if (result instanceof FetchResult.Unchanged unchanged) {
            Bridge.call(() -> storage.checked(lease.held(), unchanged.source(), in(source.cadence())));
        } else if (result instanceof FetchResult.Failed failed) {
            LOG.infof(
                    "document %s: %s (%s)",
                    lease.documentId(),
                    failed.failure().kind(),
                    failed.failure().detail());
            Bridge.call(() -> storage.failed(
                    lease.held(),
                    failed.failure(),
                    streak -> in(retries.pause(failed.failure(), streak, source.cadence()))));
        }
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time).truncatedTo(ChronoUnit.MICROS);
    }

    private void giveBack(Leases.Claim claim) {
        try {
            Bridge.call(() -> leases.release(claim, AFTER_OUR_OWN_TROUBLE));
        } catch (RuntimeException e) {
            LOG.warnf("document %s cannot be given back now; its lease will end", claim.documentId());
        }
    }
}
