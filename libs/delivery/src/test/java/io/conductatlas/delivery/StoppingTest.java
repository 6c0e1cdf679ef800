package io.conductatlas.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoppingTest {

    private final Stopping stopping = new Stopping();
    private final List<Throwable> told = new ArrayList<>();

    @Test
    void looksNoMoreOnceItHasBegun() {
        AtomicInteger looks = new AtomicInteger();
        look(Uni.createFrom().voidItem().invoke(looks::incrementAndGet));

        stopping.begin(new ShutdownEvent());
        look(Uni.createFrom().voidItem().invoke(looks::incrementAndGet));

        assertThat(looks).hasValue(1);
    }

    @Test
    void tellsOfEveryFailureUntilThen() {
        Throwable closed = new NoStackTraceThrowable("Pool closed");

        look(Uni.createFrom().failure(closed));

        assertThat(told).containsExactly(closed);
    }

    @Test
    void doesNotTellThatThePoolWasClosedUnderALook() {
        CompletableFuture<Void> underWay = new CompletableFuture<>();
        CompletableFuture<Void> looked = look(Uni.createFrom().completionStage(underWay));

        stopping.begin(new ShutdownEvent());
        underWay.completeExceptionally(new NoStackTraceThrowable("Pool closed"));

        assertThat(looked).isCompleted();
        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfAFaultEvenThen() {
        CompletableFuture<Void> underWay = new CompletableFuture<>();
        CompletableFuture<Void> looked = look(Uni.createFrom().completionStage(underWay));
        IllegalStateException fault = new IllegalStateException("a row cannot be read");

        stopping.begin(new ShutdownEvent());
        underWay.completeExceptionally(fault);

        assertThat(looked).isCompleted();
        assertThat(told).containsExactly(fault);
    }

    private CompletableFuture<Void> look(Uni<Void> look) {
        return stopping.unlessBegun(() -> look, told::add).subscribeAsCompletionStage();
    }
}
