package io.conductatlas.alert.digest;

import io.conductatlas.delivery.Stopping;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks in real time, every second, whether somebody's week has ended in the service's time. */
@ApplicationScoped
class DigestClock {

    private static final Logger LOG = Logger.getLogger(DigestClock.class);

    private final DigestPlanner planner;
    private final Stopping stopping;

    DigestClock(DigestPlanner planner, Stopping stopping) {
        this.planner = planner;
        this.stopping = stopping;
    }

    @Scheduled(every = "${atlas.alert.digest.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return stopping.unlessBegun(
                this::closeAll, failure -> LOG.warnf("Digests have to wait for the next look: %s", failure));
    }

    private Uni<Void> closeAll() {
        return planner.closeSome()
                .chain(closed ->
                        closed == 0 || stopping.hasBegun() ? Uni.createFrom().voidItem() : closeAll());
    }
}
