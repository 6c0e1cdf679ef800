package io.conductatlas.fetcher;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** From our fetching threads, which may block, to the database's reactive world and back. */
public final class Bridge {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Bridge() {}

    /** Runs {@code work} on a Vert.x context of its own and waits for what comes of it. */
    public static <T> T call(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> work.get().ifNoItem().after(PATIENCE).fail());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new BridgeException(e);
        }
    }

    /** What reactive work failed with, where that is a checked exception. */
    public static final class BridgeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BridgeException(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
