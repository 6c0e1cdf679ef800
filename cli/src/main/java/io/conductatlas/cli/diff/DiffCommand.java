package io.conductatlas.cli.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conductatlas.cli.Lines;
import io.conductatlas.cli.Options;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DocumentDiffer;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import io.conductatlas.documents.diff.WordSpan;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code diff}: what lies between two archived texts. */
public final class DiffCommand {
    private static final String RED = "\u001b[31;9m";
    private static final String GREEN = "\u001b[32m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();
    private final MarkdownReader reader = new MarkdownReader();
    private final DocumentDiffer differ = new DocumentDiffer();

    public DiffCommand(PrintStream out) {
        this.out = out;
    }

    public int run(List<String> arguments) throws IOException {
        Options options = new Options(arguments, Set.of("--batch", "--out"), Set.of("--json"));
        if (options.has("--batch")) {
            return batch(Path.of(options.required("--batch")), Path.of(options.required("--out")));
        }
        List<String> files = options.operands(2);
        Diff diff = differ.diff(
                reader.read(Files.readString(Path.of(files.get(0)))),
                reader.read(Files.readString(Path.of(files.get(1)))));
        if (options.has("--json")) {
            out.println(json.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(diff));
        } else {
            print(diff);
        }
        return 0;
    }

    private void print(Diff diff) {
        for (Hunk hunk : diff.hunks()) {
            String section = hunk.afterSection().isEmpty() ? hunk.beforeSection() : hunk.afterSection();
            out.println(BOLD + name(hunk.kind()) + " · " + name(hunk.changeClass()) + " · " + section + PLAIN);
            if (hunk.kind() == HunkKind.MOVED) {
                out.println("  (from " + hunk.beforeSection() + ") " + hunk.after());
            } else {
                StringBuilder line = new StringBuilder("  ");
                for (WordSpan span : hunk.words()) {
                    switch (span.op()) {
                        case EQUAL -> line.append(span.text());
                        case DELETE -> line.append(RED).append(span.text()).append(PLAIN);
                        case INSERT -> line.append(GREEN).append(span.text()).append(PLAIN);
                    }
                }
                out.println(line);
            }
            out.println();
        }
        out.println(name(diff.changeClass()) + ", significance " + diff.significance() + ": "
                + diff.counts().inserted()
                + " inserted, " + diff.counts().deleted() + " deleted, "
                + diff.counts().edited() + " edited, "
                + diff.counts().moved() + " moved; " + diff.counts().wordsAdded() + " words more, "
                + diff.counts().wordsRemoved() + " less");
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private int batch(Path pairs, Path results) throws IOException {
        try (BufferedReader lines = Lines.open(pairs);
                Writer writer = Files.newBufferedWriter(results)) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (!line.isBlank()) {
                    writer.write(json.writeValueAsString(pair(json.readTree(line))) + "\n");
                }
            }
        }
        return 0;
    }

    private ObjectNode pair(JsonNode row) {
        String before = row.path("before").asText("");
        String after = row.path("after").asText("");
        long start = Lines.cpuNanos();
        Diff diff = differ.diff(reader.read(before), reader.read(after));
        long end = Lines.cpuNanos();
        ObjectNode result = json.createObjectNode();
        result.set("id", row.get("id"));
        result.put("class", diff.changeClass().name().toLowerCase(Locale.ROOT));
        result.put("alert", diff.ofMeaning());
        result.put("significance", diff.significance());
        result.put("added", diff.counts().inserted());
        result.put("removed", diff.counts().deleted());
        result.put("modified", diff.counts().edited());
        result.put("moved", diff.counts().moved());
        result.put("cpu_ms", Lines.millis(end - start));
        return result;
    }
}
