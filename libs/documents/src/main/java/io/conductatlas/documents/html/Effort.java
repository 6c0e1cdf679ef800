package io.conductatlas.documents.html;

import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The processor time that one page may take until its Markdown is written. Some selectors look at all siblings of an element or at all
 * text inside it: on a page made for it they would take hours, where the largest real pages take a fraction of a second.
 */
final class Effort {
    private static final long MOST = TimeUnit.MILLISECONDS.toNanos(2_500);

    /** Asking for the time costs as much as a simple selector. */
    private static final int STEPS_BETWEEN_LOOKS = 4;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long begin = System.nanoTime();
    private final long used = THREADS.getCurrentThreadCpuTime();
    private int steps;

    /**
     * Says that a step is about to be made, the cost of which is not known.
     *
     * @throws TooMuchMarkup if those before it took too long
     */
    void step() {
        // the processor time is looked up only when so much time has passed at all: on a busy machine that is not the
        // page's fault
        if (++steps % STEPS_BETWEEN_LOOKS == 0
                && System.nanoTime() - begin > MOST
                && THREADS.getCurrentThreadCpuTime() - used > MOST) {
            throw new TooMuchMarkup();
        }
    }

    /** The same bytes, each reading of which counts as a step. */
    InputStream of(InputStream bytes) {
        return new FilterInputStream(bytes) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                step();
                return super.read(into, offset, length);
            }
        };
    }

    /** The same characters, each reading of which counts as a step. */
    Reader of(Reader characters) {
        return new FilterReader(characters) {
            @Override
            public int read(char[] into, int offset, int length) throws IOException {
                step();
                return super.read(into, offset, length);
            }
        };
    }

    /** The same condition, which counts as a step each time. */
    <T> Predicate<T> of(Predicate<T> condition) {
        return value -> {
            step();
            return condition.test(value);
        };
    }
}
