package io.conductatlas.cli.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conductatlas.cli.Lines;
import io.conductatlas.cli.Options;
import io.conductatlas.cli.UsageException;
import io.conductatlas.documents.html.Extracted;
import io.conductatlas.documents.html.Extraction;
import io.conductatlas.documents.html.HtmlExtractor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code extract}: pages to Markdown. */
public final class ExtractCommand {
    private static final URI NOWHERE = URI.create("https://example.invalid/");

    private final PrintStream out;
    private final PrintStream err;
    private final ObjectMapper json = new ObjectMapper();
    private final HtmlExtractor extractor = new HtmlExtractor();

    public ExtractCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public int run(List<String> arguments) throws IOException {
        Options options = new Options(arguments, Set.of("--url", "--declaration", "--batch", "--out"), Set.of());
        if (options.has("--batch")) {
            return batch(Path.of(options.required("--batch")), Path.of(options.required("--out")));
        }
        Extraction declaration = options.value("--declaration").isPresent()
                ? Declarations.read(
                        json.readTree(Path.of(options.required("--declaration")).toFile()))
                : Extraction.ofMainContent();
        Path file = Path.of(options.operands(1).get(0));
        Extracted extracted =
                extract(file, options.value("--url").map(URI::create).orElse(NOWHERE), declaration);
        if (extracted instanceof Extracted.Text text) {
            out.println(text.agreement().markdown());
            return 0;
        }
        err.println("atlas extract: " + reason(extracted));
        return 1;
    }

    private int batch(Path index, Path directory) throws IOException {
        Files.createDirectories(directory);
        try (BufferedReader lines = Lines.open(index);
                Writer report = Files.newBufferedWriter(directory.resolve("report.jsonl"))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (!line.isBlank()) {
                    report.write(json.writeValueAsString(page(json.readTree(line), index, directory)) + "\n");
                }
            }
        }
        return 0;
    }

    private ObjectNode page(JsonNode row, Path index, Path directory) throws IOException {
        Path file = index.resolveSibling(text(row, "html"));
        long before = Lines.cpuNanos();
        Extracted extracted = extract(
                file,
                row.hasNonNull("url") ? URI.create(text(row, "url")) : NOWHERE,
                Declarations.read(row.get("declaration")));
        long after = Lines.cpuNanos();
        if (extracted instanceof Extracted.Text text) {
            Path target = directory.resolve(text(row, "markdown")).normalize();
            if (!target.startsWith(directory.normalize())) {
                throw new UsageException("markdown must lie under " + directory + ": " + target);
            }
            Path parent = target.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(target, text.agreement().markdown() + "\n");
        }
        ObjectNode result = json.createObjectNode();
        result.put("html", text(row, "html"));
        result.put("accepted", extracted instanceof Extracted.Text);
        result.put("reason", extracted instanceof Extracted.Text ? null : reason(extracted));
        result.put("cpu_ms", Lines.millis(after - before));
        return result;
    }

    private Extracted extract(Path file, URI base, Extraction declaration) throws IOException {
        return extractor.extract(Files.readAllBytes(file), null, base, declaration);
    }

    private static String text(JsonNode row, String field) {
        JsonNode value = row.get(field);
        if (value == null || !value.isTextual()) {
            throw new UsageException("every line needs " + field);
        }
        return value.asText();
    }

    private static String reason(Extracted extracted) {
        return extracted instanceof Extracted.Nothing nothing
                ? nothing.reason().name().toLowerCase(Locale.ROOT) + ": " + nothing.detail()
                : "";
    }
}
