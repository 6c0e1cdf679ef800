package io.conductatlas.cli.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conductatlas.cli.Lines;
import io.conductatlas.cli.Options;
import io.conductatlas.cli.Progress;
import io.conductatlas.cli.UsageException;
import io.conductatlas.documents.gate.GateContext;
import io.conductatlas.documents.gate.QualityGate;
import io.conductatlas.documents.gate.Verdict;
import io.conductatlas.documents.html.Extracted;
import io.conductatlas.documents.html.Extraction;
import io.conductatlas.documents.html.HtmlExtractor;
import io.conductatlas.documents.markdown.MarkdownReader;
import io.conductatlas.documents.pdf.PdfExtractor;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code extract}: pages to Markdown. */
public final class ExtractCommand {
    private static final String HELP = """
            Finds the agreement in a page or a PDF and prints it as Markdown.

            atlas extract [--url URL] [--declaration FILE] FILE...
                --url          the page's own address, which relative links are resolved against
                --declaration  JSON with "select", "remove" and "filter" as the community's declarations have them; without it,
                               or without "select", the page's main content is looked for
                FILE           HTML or PDF; several where the declaration has "combine" with as many sources
                exit code 0, or 1 with one line that says why there is no text
            atlas extract --batch INDEX.jsonl --out DIR
                reads lines {"html": FILE, "markdown": FILE, "url": URL, "declaration": {...} or null}; paths of pages are
                absolute or relative to the index; each text is written to its "markdown" under DIR, and DIR/report.jsonl has
                a line {html, accepted, reason, cpu_ms} for each page: accepted is false where there is no text (no_match, empty,
                invalid_selector, too_large, unreadable) and where the text is no agreement (error_page, login, consent, ...)
                exit code 0, or 1 where files of pages are missing""";

    private static final URI NOWHERE = URI.create("https://example.invalid/");

    private final PrintStream out;
    private final PrintStream err;
    private final ObjectMapper json = new ObjectMapper();
    private final HtmlExtractor extractor = new HtmlExtractor();
    private final PdfExtractor pdf = new PdfExtractor();
    private final MarkdownReader reader = new MarkdownReader();
    private final QualityGate gate = new QualityGate();

    public ExtractCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public int run(List<String> arguments) throws IOException {
        if (arguments.contains("--help")) {
            out.println(HELP);
            return 0;
        }
        Options options = new Options(arguments, Set.of("--url", "--declaration", "--batch", "--out"), Set.of());
        if (options.has("--batch")) {
            options.operands(0);
            return batch(Path.of(options.required("--batch")), Path.of(options.required("--out")));
        }
        List<Declarations.Part> parts = options.value("--declaration").isPresent()
                ? Declarations.parts(Lines.document(Path.of(options.required("--declaration"))))
                : List.of(new Declarations.Part(null, Extraction.ofMainContent()));
        List<String> files = options.operands(parts.size());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String url = options.value("--url").orElse(parts.get(i).url());
            Extracted extracted =
                    extract(Path.of(files.get(i)), address(url), parts.get(i).extraction());
            if (extracted instanceof Extracted.Nothing nothing) {
                err.println("atlas extract: " + files.get(i) + ": " + name(nothing.reason()) + ": " + nothing.detail());
                return 1;
            }
            texts.add(((Extracted.Text) extracted).agreement().markdown());
        }
        out.println(reader.readCombined(texts).markdown());
        return 0;
    }

    private int batch(Path index, Path directory) throws IOException {
        Files.createDirectories(directory);
        Progress progress = new Progress(err, "pages");
        List<String> missing = new ArrayList<>();
        try (Writer report = Files.newBufferedWriter(directory.resolve("report.jsonl"))) {
            Lines.each(index, row -> {
                report.write(json.writeValueAsString(page(row, index, directory, missing)) + "\n");
                progress.step();
            });
        }
        if (!missing.isEmpty()) {
            err.println("atlas extract: " + missing.size() + " of " + progress.done()
                    + " pages have no file, the first of them " + missing.get(0));
            return 1;
        }
        return 0;
    }

    private ObjectNode page(JsonNode row, Path index, Path directory, List<String> missing) throws IOException {
        String html = text(row, "html");
        Path target = directory.resolve(text(row, "markdown")).normalize();
        if (!target.startsWith(directory.normalize())) {
            throw new UsageException("markdown must lie under " + directory + ": " + target);
        }
        ObjectNode result = json.createObjectNode();
        result.put("html", html);
        URI url = address(row.hasNonNull("url") ? text(row, "url") : null);
        Extraction declaration = Declarations.read(row.get("declaration"));
        long before = Lines.cpuNanos();
        Extracted extracted;
        try {
            extracted = extract(index.resolveSibling(html), url, declaration);
        } catch (NoSuchFileException e) {
            missing.add(html);
            return result.put("accepted", false).put("reason", "no_file").put("cpu_ms", 0.0);
        }
        long after = Lines.cpuNanos();
        if (extracted instanceof Extracted.Text text) {
            Path parent = target.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(target, text.agreement().markdown() + "\n");
        }
        String refusal = refusal(extracted);
        return result.put("accepted", refusal == null)
                .put("reason", refusal)
                .put("cpu_ms", Lines.millis(after - before));
    }

    private @Nullable String refusal(Extracted extracted) {
        if (extracted instanceof Extracted.Nothing nothing) {
            return name(nothing.reason());
        }
        Verdict verdict = gate.check(((Extracted.Text) extracted).agreement(), GateContext.unknown());
        return verdict instanceof Verdict.Refused refused ? name(refused.reason()) : null;
    }

    private Extracted extract(Path file, URI base, Extraction declaration) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return PdfExtractor.isPdf(bytes) ? pdf.extract(bytes) : extractor.extract(bytes, null, base, declaration);
    }

    private static URI address(@Nullable String url) {
        if (url == null) {
            return NOWHERE;
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new UsageException("no URL: " + url);
        }
    }

    private static String text(JsonNode row, String field) {
        JsonNode value = row.get(field);
        if (value == null || !value.isTextual()) {
            throw new UsageException("a line needs \"" + field + "\"");
        }
        return value.asText();
    }

    private static String name(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
