package io.conductatlas.benchmarks.extraction;

import io.conductatlas.documents.html.HtmlExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Finding the agreement in pages beside only parsing them: the ratio of the two is what counts, not the milliseconds. It is warmed
 * up for long, since the compiler goes on improving the many small methods of an extraction after those of parsing are done.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExtractionBenchmark {
    @Param({"52KB", "205KB", "1100KB"})
    public String size = "52KB";

    private final HtmlExtractor extractor = new HtmlExtractor();
    private List<PageSet.Page> pages = List.of();

    @Setup
    public void read() {
        pages = PageSet.of(size);
    }

    /** What nobody can save: the tree of the page. */
    @Benchmark
    public void parse(Blackhole sink) throws IOException {
        for (PageSet.Page page : pages) {
            sink.consume(Jsoup.parse(
                    new ByteArrayInputStream(page.html()), null, page.url().toString()));
        }
    }

    /** The same, and the agreement in it as Markdown. */
    @Benchmark
    public void extract(Blackhole sink) {
        for (PageSet.Page page : pages) {
            sink.consume(extractor.extract(page.html(), null, page.url(), page.declaration()));
        }
    }
}
