package io.conductatlas.cli.gate;

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
import io.conductatlas.documents.markdown.MarkdownReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code gate}: which texts are agreements. */
public final class GateCommand {
    private static final String HELP = """
            Tells whether a text is an agreement, or an error page, a wall or a challenge in its place.

            atlas gate TEXT.md
                prints {accepted, reason, detail}; exit code 0 if accepted, 1 if refused
            atlas gate --batch TEXTS.jsonl[.gz] --out RESULTS.jsonl
                reads lines {"text": MARKDOWN, ...} and writes a line {accepted, reason, detail} for each, in order

            reasons: empty, error_page, login, consent, bot_challenge, style_or_script; null where accepted""";

    private final PrintStream out;
    private final PrintStream err;
    private final ObjectMapper json = new ObjectMapper();
    private final MarkdownReader reader = new MarkdownReader();
    private final QualityGate gate = new QualityGate();

    public GateCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public int run(List<String> arguments) throws IOException {
        if (arguments.contains("--help")) {
            out.println(HELP);
            return 0;
        }
        Options options = new Options(arguments, Set.of("--batch", "--out"), Set.of());
        if (!options.has("--batch")) {
            ObjectNode result =
                    judged(Files.readString(Path.of(options.operands(1).get(0))));
            out.println(result);
            return result.path("accepted").asBoolean() ? 0 : 1;
        }
        options.operands(0);
        Path texts = Path.of(options.required("--batch"));
        Path results = Path.of(options.required("--out"));
        Progress progress = new Progress(err, "texts");
        try (Writer writer = Files.newBufferedWriter(results)) {
            Lines.each(texts, row -> {
                JsonNode text = row.get("text");
                if (text == null || !text.isTextual()) {
                    throw new UsageException("a line needs \"text\"");
                }
                writer.write(json.writeValueAsString(judged(text.asText())) + "\n");
                progress.step();
            });
        }
        return 0;
    }

    private ObjectNode judged(String text) {
        Verdict verdict = gate.check(reader.read(text), GateContext.unknown());
        ObjectNode result = json.createObjectNode();
        result.put("accepted", verdict instanceof Verdict.Accepted);
        result.put("reason", (String) null);
        if (verdict instanceof Verdict.Refused refused) {
            result.put("reason", refused.reason().name().toLowerCase(Locale.ROOT));
            result.put("detail", refused.detail());
        }
        return result;
    }
}
