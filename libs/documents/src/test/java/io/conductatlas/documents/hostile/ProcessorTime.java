package io.conductatlas.documents.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How long the processor works for something: what else the machine has to do does not count. */
final class ProcessorTime {
    /** A safety limit for any input whatever; ordinary ones take a few milliseconds. */
    static final Duration MOST = Duration.ofSeconds(5);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProcessorTime() {}

    static <T> T isShort(String what, Supplier<T> work) {
        long begin = THREADS.getCurrentThreadCpuTime();
        T result = work.get();
        Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin);
        assertThat(taken).as(what).isLessThanOrEqualTo(MOST);
        return result;
    }

    /** The same where the work is done by a thread of its own, which is looked at as long as it lives. */
    static <T> T ofThread(String name, Supplier<T> work) {
        CountDownLatch done = new CountDownLatch(1);
        long[] most = new long[1];
        Thread watch = new Thread(() -> {
            do {
                for (ThreadInfo thread : THREADS.dumpAllThreads(false, false, 0)) {
                    if (thread.getThreadName().equals(name)) {
                        most[0] = Math.max(most[0], THREADS.getThreadCpuTime(thread.getThreadId()));
                    }
                }
            } while (!isDone(done));
        });
        watch.start();
        T result = work.get();
        done.countDown();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(Duration.ofNanos(most[0])).as(name).isLessThanOrEqualTo(MOST);
        return result;
    }

    private static boolean isDone(CountDownLatch done) {
        try {
            return done.await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
