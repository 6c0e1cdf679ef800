package io.conductatlas.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Knows whether the application has begun to stop. From then on the pools of connections are closed while timers still run:
 * whoever looks for work by the clock looks no more, and what a look under way fails with for that reason is no news.
 */
@ApplicationScoped
public class Stopping {

    private static final Logger LOG = Logger.getLogger(Stopping.class);

    /** Before all others that observe the end, who may wait for what is under way. */
    private static final int FIRST = 1;

    private volatile boolean begun;

    void begin(@Observes @Priority(FIRST) ShutdownEvent event) {
        begun = true;
    }

    /** Whether the application has begun to stop; it never takes that back. */
    public boolean hasBegun() {
        return begun;
    }

    /**
     * Takes the look that {@code look} supplies, unless the application has begun to stop. The next look is the one that
     * makes up for a failure: none goes further than {@code failed}, which hears of it, unless it is a
     * {@linkplain Failures#isTransient passing} one that came after the application began to stop.
     */
    public Uni<Void> unlessBegun(Supplier<Uni<Void>> look, Consumer<Throwable> failed) {
        return Uni.createFrom()
                .deferred(() -> begun ? Uni.createFrom().voidItem() : look.get())
                .onFailure()
                .recoverWithItem(failure -> {
                    if (isOfTheEnd(failure)) {
                        LOG.debugf("A look ended with the application: %s", failure);
                    } else {
                        failed.accept(failure);
                    }
                    return null;
                });
    }

    /** Whether a failure is what the end of the application looks like from inside. */
    boolean isOfTheEnd(Throwable failure) {
        return begun && Failures.isTransient(failure);
    }
}
