package io.conductatlas.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Says on long work how far it is, some seconds apart, where results do not go. */
public final class Progress {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream err;
    private final String what;
    private final long begun = System.nanoTime();
    private long told = begun;
    private int done;

    /** @param what the things that are worked on, in the plural */
    public Progress(PrintStream err, String what) {
        this.err = err;
        this.what = what;
    }

    public void step() {
        done++;
        long now = System.nanoTime();
        if (now - told >= PAUSE) {
            told = now;
            err.println("  " + done + " " + what + " after " + TimeUnit.NANOSECONDS.toSeconds(now - begun) + " s");
        }
    }

    public int done() {
        return done;
    }
}
