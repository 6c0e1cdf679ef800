package io.conductatlas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SteadyTest {

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Steady steady = new Steady(vertx, new Stopping(), metrics);

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void triesAgainOnTheSameContextUntilItSucceeds() {
        List<Context> contexts = new ArrayList<>();

        String result = onAContext(() -> steady.until(() -> {
            contexts.add(Vertx.currentContext());
            return contexts.size() < 4
                    ? elsewhere(new ConnectException("away"))
                    : Uni.createFrom().item("there");
        }));

        assertThat(result).isEqualTo("there");
        assertThat(contexts).hasSize(4).doesNotContainNull();
        assertThat(contexts.stream().distinct()).hasSize(1);
        assertThat(metrics.counter("steady.retries").count()).isEqualTo(3);
        assertThat(metrics.get("steady.waiting").gauge().value()).isZero();
    }

    @Test
    void doesNotTryAgainWhatIsWrong() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> onAContext(() -> steady.until(() -> {
                    tries.incrementAndGet();
                    throw new IllegalArgumentException("wrong");
                })))
                .hasCauseInstanceOf(IllegalArgumentException.class);

        assertThat(tries).hasValue(1);
    }

    @Test
    void aStepThatGoesWrongAfterWaitingEndsTheWaiting() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> onAContext(() -> steady.until(() -> tries.incrementAndGet() == 1
                        ? Uni.createFrom().failure(new ConnectException("away"))
                        : Uni.createFrom().failure(new IllegalStateException("wrong")))))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private static Uni<String> elsewhere(Throwable failure) {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(() -> {
                    throw new CompletionException(failure);
                }));
    }

    /** As a record is handled: on a duplicated context of an event loop. */
    private <T> T onAContext(Supplier<Uni<T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        ((ContextInternal) vertx.getOrCreateContext())
                .duplicate()
                .runOnContext(ignored -> work.get().subscribe().with(result::complete, result::completeExceptionally));
        return result.join();
    }
}
