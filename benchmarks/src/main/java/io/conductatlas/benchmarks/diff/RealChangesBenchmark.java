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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Real changes one after another, one to an operation, so that the percentiles are those of changes. The property {@code atlas.changes}
 * names the file: one JSON object a line with {@code before} and {@code after}.
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

    @Benchmark
    public Diff diff() {
        next = (next + 1) % before.size();
        return differ.diff(before.get(next), after.get(next));
    }

    @Benchmark
    public Diff readAndDiff() {
        next = (next + 1) % before.size();
        return differ.diff(
                reader.read(before.get(next).markdown()),
                reader.read(after.get(next).markdown()));
    }
}
