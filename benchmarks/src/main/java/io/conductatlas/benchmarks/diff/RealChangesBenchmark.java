package io.conductatlas.benchmarks.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conductatlas.cli.Lines;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DocumentDiffer;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Real changes one after another, one to an operation, so that the percentiles are those of changes. The property {@code atlas.changes}
 * names the file: one JSON object a line with {@code before} and {@code after}. After each iteration it prints the percentiles of the
 * processor time as well, which say on a machine that others use too what the clock cannot.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class RealChangesBenchmark {
    private static final String FILE = "atlas.changes";

    private final MarkdownReader reader = new MarkdownReader();
    private final DocumentDiffer differ = new DocumentDiffer();
    private final List<AgreementText> before = new ArrayList<>();
    private final List<AgreementText> after = new ArrayList<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long[] nanos = new long[1 << 16];
    private int measured;
    private int next;

    @Setup
    public void read() throws IOException {
        String file = System.getProperty(FILE);
        if (file == null) {
            throw new IllegalArgumentException("-D" + FILE + "=FILE is missing");
        }
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = Lines.open(Path.of(file))) {
            String line;
            while ((line = lines.readLine()) != null) {
                JsonNode pair = json.readTree(line);
                before.add(reader.read(pair.path("before").asText()));
                after.add(reader.read(pair.path("after").asText()));
            }
        }
    }

    @Setup(Level.Iteration)
    public void begin() {
        measured = 0;
    }

    @TearDown(Level.Iteration)
    public void print() {
        long[] sorted = Arrays.copyOf(nanos, measured);
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "[%d changes, processor time p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, longest %.2f ms] ",
                measured,
                percentile(sorted, 0.5),
                percentile(sorted, 0.9),
                percentile(sorted, 0.99),
                percentile(sorted, 1));
    }

    @Benchmark
    public Diff diff() {
        next = (next + 1) % before.size();
        long start = threads.getCurrentThreadCpuTime();
        Diff diff = differ.diff(before.get(next), after.get(next));
        took(threads.getCurrentThreadCpuTime() - start);
        return diff;
    }

    @Benchmark
    public Diff readAndDiff() {
        next = (next + 1) % before.size();
        long start = threads.getCurrentThreadCpuTime();
        Diff diff = differ.diff(
                reader.read(before.get(next).markdown()),
                reader.read(after.get(next).markdown()));
        took(threads.getCurrentThreadCpuTime() - start);
        return diff;
    }

    private void took(long time) {
        if (measured == nanos.length) {
            nanos = Arrays.copyOf(nanos, measured * 2);
        }
        nanos[measured++] = time;
    }

    private static double percentile(long[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted.length == 0 ? 0 : sorted[Math.max(0, index)] / 1e6;
    }
}
