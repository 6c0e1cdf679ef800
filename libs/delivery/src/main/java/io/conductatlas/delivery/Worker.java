package io.conductatlas.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Where blocking and long computing go, so that the event loop stays free.
 *
 * <p>The result comes back on the Vert.x context of the caller; a transaction may begin there, and must not be open while
 * the work runs. When all threads are busy, work waits for its turn.
 */
@ApplicationScoped
public class Worker {

    private final WorkerExecutor threads;

    Worker(Vertx vertx, WorkerConfig config) {
        this.threads = vertx.createSharedWorkerExecutor(
                "atlas-worker", config.threads(), config.warnAfter().toSeconds(), TimeUnit.SECONDS);
    }

    /** Runs {@code work} on a worker thread, once for each subscription. */
    public <T> Uni<T> run(Callable<T> work) {
        return threads.executeBlocking(work, false);
    }

    @PreDestroy
    void close() {
        threads.closeAndForget();
    }
}
