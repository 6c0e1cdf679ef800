package io.conductatlas.alert.digest;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks in real time, every second, whether somebody's week has ended in the service's time. */
@ApplicationScoped
class DigestClock {

    private static final Logger LOG = Logger.getLogger(DigestClock.class);

    private final DigestPlanner planner;

    DigestClock(DigestPlanner planner) {
        this.planner = planner;
    }

    @Scheduled(every = "${atlas.alert.digest.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return closeAll().onFailure().recoverWithItem(failure -> {
            LOG.warnf("Digests have to wait for the next look: %s", failure);
            return null;
        });
    }

    private Uni<Void> closeAll() {
        return planner.closeSome()
                .chain(closed -> closed == 0 ? Uni.createFrom().voidItem() : closeAll());
    }
}
