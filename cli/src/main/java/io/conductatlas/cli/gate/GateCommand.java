package io.conductatlas.cli.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conductatlas.cli.Lines;
import io.conductatlas.cli.Options;
import io.conductatlas.documents.gate.GateContext;
import io.conductatlas.documents.gate.QualityGate;
import io.conductatlas.documents.gate.Verdict;
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

/** {@code gate}: which texts are agreements. */
public final class GateCommand {
    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();
    private final MarkdownReader reader = new MarkdownReader();
    private final QualityGate gate = new QualityGate();

    public GateCommand(PrintStream out) {
        this.out = out;
    }

    public int run(List<String> arguments) throws IOException {
        Options options = new Options(arguments, Set.of("--batch", "--out"), Set.of());
        if (!options.has("--batch")) {
            ObjectNode result =
                    judged(Files.readString(Path.of(options.operands(1).get(0))));
            out.println(result);
            return result.path("accepted").asBoolean() ? 0 : 1;
        }
        try (BufferedReader lines = Lines.open(Path.of(options.required("--batch")));
                Writer writer = Files.newBufferedWriter(Path.of(options.required("--out")))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (!line.isBlank()) {
                    writer.write(json.writeValueAsString(
                                    judged(json.readTree(line).path("text").asText(""))) + "\n");
                }
            }
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
