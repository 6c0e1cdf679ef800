package io.conductatlas.benchmarks.classification;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.clauses.phrases.PhraseBook;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * All sentences of a set, read for their provisions, at each step of what that takes. After each iteration it prints how many sentences
 * a second of processor time sufficed for, which is what the steps are compared by.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ClassificationBenchmark {
    /** Plain regular expressions are so slow that a part of the sentences has to do. */
    private static final int FOR_PLAIN_EXPRESSIONS = 100;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Catalogue catalogue = Catalogue.bundled();
    private final ProvisionDetector whole = new ProvisionDetector(catalogue);
    private final ProvisionDetector rules = ProvisionDetector.withoutModel(catalogue);
    private final PhraseBook book = phrases(catalogue);
    private final List<Pattern> expressions =
            book.asRegularExpressions().values().stream().map(Pattern::compile).toList();
    private List<String> sentences = List.of();
    private List<String> plain = List.of();
    private AgreementText agreement = new MarkdownReader().read("");
    private long nanos;
    private long read;

    private static PhraseBook phrases(Catalogue catalogue) {
        PhraseBook.Builder builder = PhraseBook.builder(catalogue.vocabulary());
        catalogue
                .types()
                .forEach(type -> type.rules().forEach(rule -> {
                    rule.any().forEach(builder::add);
                    rule.without().forEach(builder::add);
                    rule.except().forEach(builder::add);
                }));
        return builder.build();
    }

    @Setup
    public void read() throws IOException {
        sentences = SentenceSet.read();
        plain = sentences.stream()
                .limit(FOR_PLAIN_EXPRESSIONS)
                .map(PhraseBook::plainly)
                .toList();
        agreement = new MarkdownReader().read(String.join("\n\n", sentences));
    }

    @Setup(Level.Iteration)
    public void begin() {
        nanos = 0;
        read = 0;
    }

    @TearDown(Level.Iteration)
    public void print() {
        System.out.printf(Locale.ROOT, "[%,.0f sentences a processor second] ", read / (nanos / 1e9));
    }

    private void took(long start, int count) {
        nanos += threads.getCurrentThreadCpuTime() - start;
        read += count;
    }

    /** Which of the catalogue's phrases occur, each looked for by itself. */
    @Benchmark
    public void plainExpressions(Blackhole sink) {
        long start = threads.getCurrentThreadCpuTime();
        for (String sentence : plain) {
            for (Pattern expression : expressions) {
                sink.consume(expression.matcher(sentence).find());
            }
        }
        took(start, plain.size());
    }

    /** The same, all at once. */
    @Benchmark
    public void phrases(Blackhole sink) {
        long start = threads.getCurrentThreadCpuTime();
        for (String sentence : sentences) {
            sink.consume(book.search(book.read(sentence, 0, sentence.length())));
        }
        took(start, sentences.size());
    }

    /** The types that the rules find, with negation and evidence. */
    @Benchmark
    public void rules(Blackhole sink) {
        long start = threads.getCurrentThreadCpuTime();
        for (String sentence : sentences) {
            sink.consume(rules.classify(sentence));
        }
        took(start, sentences.size());
    }

    /** The types that rules and model find. */
    @Benchmark
    public void classification(Blackhole sink) {
        long start = threads.getCurrentThreadCpuTime();
        for (String sentence : sentences) {
            sink.consume(whole.classify(sentence));
        }
        took(start, sentences.size());
    }

    /** The provisions of one text that all the sentences make, with quotes, severity and ways out. */
    @Benchmark
    public void provisions(Blackhole sink) {
        long start = threads.getCurrentThreadCpuTime();
        sink.consume(whole.detect(agreement));
        took(start, agreement.sentences().size());
    }
}
