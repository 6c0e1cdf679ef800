package io.conductatlas.benchmarks.diff;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DocumentDiffer;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Two versions of 38,000 words: with a few edits, and with not one sentence the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DiffBenchmark {
    /** What the second text is of the first. */
    @Param({"edited", "rewritten"})
    public String change = "edited";

    private final MarkdownReader reader = new MarkdownReader();
    private final DocumentDiffer differ = new DocumentDiffer();
    private String oldMarkdown = "";
    private String newMarkdown = "";
    private AgreementText before = reader.read("");
    private AgreementText after = reader.read("");

    @Setup
    public void invent() {
        List<String> sentences = SyntheticText.sentences(1);
        oldMarkdown = SyntheticText.markdown(sentences);
        newMarkdown = SyntheticText.markdown(
                change.equals("edited") ? SyntheticText.edited(sentences, 2) : SyntheticText.sentences(3));
        before = reader.read(oldMarkdown);
        after = reader.read(newMarkdown);
    }

    /** The texts read before, as the service has them. */
    @Benchmark
    public Diff diff() {
        return differ.diff(before, after);
    }

    /** From Markdown. */
    @Benchmark
    public Diff readAndDiff() {
        return differ.diff(reader.read(oldMarkdown), reader.read(newMarkdown));
    }
}
