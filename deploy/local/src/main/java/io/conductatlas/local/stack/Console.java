package io.conductatlas.local.stack;

import java.io.PrintStream;
import java.util.Locale;

/** What the person at the keyboard sees. */
public final class Console {
    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** A line of progress: a thing, what became of it, and how long that took. */
    public void step(String thing, String outcome, long sinceNanos) {
        line(String.format(
                Locale.ROOT, "  %-16s %-28s %5.1f s", thing, outcome, (System.nanoTime() - sinceNanos) / 1e9));
    }
}
