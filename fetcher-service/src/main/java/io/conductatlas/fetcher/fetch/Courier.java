package io.conductatlas.fetcher.fetch;

import io.conductatlas.fetcher.Bridge;
import io.conductatlas.fetcher.FetchConfig;
import io.conductatlas.fetcher.HostKey;
import io.conductatlas.fetcher.politeness.Hosts;
import io.conductatlas.fetcher.politeness.Pacing;
import io.conductatlas.outbound.Outbound;
import io.conductatlas.outbound.OutboundOutcome;
import io.conductatlas.outbound.OutboundOutcome.Answered;
import io.conductatlas.outbound.OutboundOutcome.Refused;
import io.conductatlas.outbound.OutboundRequest;
import io.conductatlas.outbound.OutboundUrl;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries the requests of one fetch, one after another: holds on to the lease before each, keeps the pauses, and in the
 * end says when each host may be asked again. For one thread.
 */
final class Courier implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final FetchConfig config;
    private final Pacing pacing;
    private final Hosts hosts;
    private final Leases leases;
    private final Outbound outbound;
    private final Leases.Claim claim;
    private final LeaseKeeper.Hold hold;
    private final Map<String, Visit> visits = new LinkedHashMap<>();
    private final Map<String, Duration> crawlDelays = new HashMap<>();

    Courier(
            FetchConfig config,
            Hosts hosts,
            Leases leases,
            Outbound outbound,
            Leases.Claim claim,
            LeaseKeeper.Hold hold) {
        this.config = config;
        this.pacing = new Pacing(config);
        this.hosts = hosts;
        this.leases = leases;
        this.outbound = outbound;
        this.claim = claim;
        this.hold = hold;
    }

    /** The host asks for a pause of its own. */
    void respect(OutboundUrl url, Duration crawlDelay) {
        crawlDelays.put(HostKey.of(url), crawlDelay);
    }

    /** Sends a GET when politeness allows. Blocks. */
    OutboundOutcome get(OutboundUrl url, Map<String, String> headers) {
        String host = HostKey.of(url);
        Bridge.call(() -> leases.renew(claim));
        Visit visit = visits.get(host);
        if (visit != null) {
            sleep(shorter(pauseAfter(host, visit), config.mostWaitWithin()));
        } else if (!host.equals(claim.host())) {
            waitFor(host);
        }
        long start = System.nanoTime();
        OutboundOutcome outcome = outbound.send(OutboundRequest.get(url.toString(), headers));
        Duration took = outcome instanceof Answered answered
                ? answered.timings().lastHop()
                : Duration.ofNanos(System.nanoTime() - start);
        boolean loopback = outcome instanceof Answered answered
                ? answered.peer().isLoopbackAddress()
                : visit != null && visit.loopback();
        visits.put(host, new Visit(took, failed(outcome), loopback));
        return outcome;
    }

    /** Frees the hosts after their pauses. */
    @Override
    public void close() {
        hold.close();
        if (!visits.containsKey(claim.host())) {
            Bridge.call(() -> hosts.settle(claim.host(), Duration.ZERO, 0));
        }
        visits.forEach((host, visit) -> {
            int failures = visit.failed() ? Bridge.call(() -> hosts.failures(host)) + 1 : 0;
            Duration pause = pacing.after(visit.took(), crawlDelay(host), failures, visit.loopback());
            Bridge.call(() -> hosts.settle(host, pause, failures));
        });
    }

    private void waitFor(String host) {
        long deadline = System.nanoTime() + config.mostWaitForHost().toNanos();
        while (!Bridge.call(() -> hosts.take(host, config.lease()))) {
            if (System.nanoTime() > deadline) {
                throw new HostBusyException(host);
            }
            sleep(LOOK_AGAIN);
        }
        hold.also(host);
    }

    private Duration pauseAfter(String host, Visit visit) {
        return pacing.after(visit.took(), crawlDelay(host), 0, visit.loopback());
    }

    private Optional<Duration> crawlDelay(String host) {
        return Optional.ofNullable(crawlDelays.get(host));
    }

    /** Whether the host itself is in trouble, or has had enough of us. */
    private static boolean failed(OutboundOutcome outcome) {
        if (outcome instanceof Answered answered) {
            return answered.status() == 429 || answered.status() >= 500;
        }
        return !(outcome instanceof Refused);
    }

    private static void sleep(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new FetchInterruptedException();
            }
            LockSupport.parkNanos(left);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private record Visit(Duration took, boolean failed, boolean loopback) {}

    /** Another fetch is at a host that this one needs too, for too long to wait. */
    static final class HostBusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HostBusyException(String host) {
            super("the host %s is busy".formatted(host));
        }
    }

    /** The service stops. */
    static final class FetchInterruptedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
