package io.conductatlas.fetcher.fetch;

import io.conductatlas.fetcher.Bridge;
import io.conductatlas.fetcher.FetchConfig;
import io.conductatlas.fetcher.capture.LeaseLostException;
import io.conductatlas.fetcher.politeness.Hosts;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Renews leases while their fetches are under way, however long a page keeps us waiting, so that leases can be short: what
 * an instance that died has left behind is taken over within a minute, and what a slow one holds is never taken from it.
 */
@ApplicationScoped
class LeaseKeeper {

    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);

    /** How often within the time of a lease it is renewed: two renewals may fail before it is lost. */
    private static final int RENEWALS = 3;

    private final FetchConfig config;
    private final Leases leases;
    private final Hosts hosts;
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "fetch-leases"));

    LeaseKeeper(FetchConfig config, Leases leases, Hosts hosts) {
        this.config = config;
        this.leases = leases;
        this.hosts = hosts;
    }

    void stop(@Observes ShutdownEvent event) {
        beats.shutdownNow();
    }

    /** Keeps a lease that was just taken or renewed, until the hold is closed. */
    Hold keep(Leases.Claim claim) {
        Hold hold = new Hold(claim);
        Duration every = config.lease().dividedBy(RENEWALS);
        hold.beats = beats.scheduleAtFixedRate(hold::beat, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
        return hold;
    }

    /** A lease that is renewed, with the other hosts that its fetch has come to. */
    final class Hold implements AutoCloseable {

        private final Leases.Claim claim;
        private final Set<String> others = new LinkedHashSet<>();
        private long renewed = System.nanoTime();
        private boolean ended;
        private @org.jspecify.annotations.Nullable Future<?> beats;

        private Hold(Leases.Claim claim) {
            this.claim = claim;
        }

        /** One more host is ours, taken just now for the time of a lease. */
        synchronized void also(String host) {
            others.add(host);
        }

        /** Renews no more. Waits for a renewal under way, so that none comes after what the caller does next. */
        @Override
        public synchronized void close() {
            end();
        }

        /** Renews once. What has not been renewed in time may be somebody else's by now, and is left alone. */
        synchronized void beat() {
            if (ended) {
                return;
            }
            if (System.nanoTime() - renewed > config.lease().toNanos()) {
                end();
                return;
            }
            try {
                Bridge.call(() -> leases.renew(claim));
                for (String host : others) {
                    Bridge.call(() -> hosts.keep(host, config.lease()));
                }
                renewed = System.nanoTime();
            } catch (LeaseLostException e) {
                LOG.debugf("document %s: %s", claim.documentId(), e.getMessage());
                end();
            } catch (RuntimeException e) {
                LOG.warnf("document %s: its lease cannot be renewed now: %s", claim.documentId(), e.getMessage());
            }
        }

        private void end() {
            ended = true;
            if (beats != null) {
                beats.cancel(false);
            }
        }
    }
}
