package io.conductatlas.cli.classify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Engagement;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.Evidence;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.clauses.mapping.LabelSet;
import io.conductatlas.clauses.mapping.TextLabeller;
import io.conductatlas.cli.Lines;
import io.conductatlas.cli.Options;
import io.conductatlas.cli.UsageException;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code classify}: the provisions of an agreement, or the labels of many short texts. */
public final class ClassifyCommand {
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";
    private static final int TOLD_EVERY = 1000;
    private static final String CATALOGUE = "catalogue";
    private static final List<String> LABEL_SETS = List.of(CATALOGUE, "unfair-tos", "opp115", "tosdr");

    private final PrintStream out;
    private final PrintStream err;
    private final ObjectMapper json = new ObjectMapper();

    public ClassifyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public int run(List<String> arguments) throws IOException {
        Options options = new Options(arguments, Set.of("--batch", "--labels", "--out"), Set.of("--json"));
        if (options.has("--batch")) {
            String labels = options.value("--labels").orElse(CATALOGUE);
            if (!LABEL_SETS.contains(labels)) {
                throw new UsageException(
                        "there is no label set " + labels + "; there are " + String.join(", ", LABEL_SETS));
            }
            return batch(Path.of(options.required("--batch")), labels, Path.of(options.required("--out")));
        }
        Path file = Path.of(options.operands(1).get(0));
        Catalogue catalogue = Catalogue.bundled();
        AgreementText text = new MarkdownReader().read(read(file));
        List<DetectedProvision> provisions = new ProvisionDetector(catalogue).detect(text);
        if (options.has("--json")) {
            ObjectNode root = json.createObjectNode();
            root.put("catalogue", catalogue.version());
            ArrayNode all = root.putArray("provisions");
            provisions.forEach(provision -> all.add(node(provision, catalogue.type(provision.type()))));
            out.println(json.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(root));
        } else {
            provisions.forEach(provision -> print(provision, catalogue));
            out.println(count(provisions.size(), "provision") + " in "
                    + count(text.sentences().size(), "sentence") + ", catalogue " + catalogue.version());
        }
        return 0;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + file);
        }
    }

    private void print(DetectedProvision provision, Catalogue catalogue) {
        ProvisionType type = catalogue.type(provision.type());
        out.println(BOLD + type.name() + (provision.polarity() == Polarity.DENIED ? " (denied)" : "") + PLAIN + " · "
                + lower(provision.severity()) + " · confidence " + provision.confidence()
                + (provision.section().isEmpty() ? "" : " · " + provision.section()));
        for (Quote quote : provision.quotes()) {
            out.println("  “" + quote.text().replace('\n', ' ') + "” (" + quote.start() + "–" + quote.end() + ")");
        }
        provision
                .factors()
                .forEach(factor ->
                        out.println("  " + (factor.weight() > 0 ? "heavier: " : "lighter: ") + factor.says()));
        if (provision.polarity() == Polarity.STATED) {
            for (Engagement engagement : type.regulations()) {
                out.println("  " + catalogue.regulation(engagement.regulation()).name() + " " + engagement.article()
                        + ", " + engagement.when());
            }
        }
        out.println();
    }

    private ObjectNode node(DetectedProvision provision, ProvisionType type) {
        ObjectNode node = json.createObjectNode();
        node.put("type", provision.type());
        node.put("polarity", lower(provision.polarity()));
        node.put("severity", lower(provision.severity()));
        node.put("confidence", provision.confidence());
        node.put("section", provision.section());
        ArrayNode quotes = node.putArray("quotes");
        provision.quotes().forEach(quote -> quotes.add(node(quote)));
        ArrayNode factors = node.putArray("factors");
        provision.factors().forEach(factor -> {
            ObjectNode one = factors.addObject();
            one.put("name", factor.name());
            one.put("weight", factor.weight());
            one.set("words", node(factor.words()));
        });
        ArrayNode evidence = node.putArray("evidence");
        for (Evidence why : provision.evidence()) {
            ObjectNode one = evidence.addObject();
            one.put("rule", why.rule());
            one.put("phrase", why.phrase());
            one.set("words", node(why.words()));
        }
        ArrayNode regulations = node.putArray("regulations");
        if (provision.polarity() == Polarity.STATED) {
            type.regulations()
                    .forEach(engagement -> regulations
                            .addObject()
                            .put("regulation", engagement.regulation())
                            .put("article", engagement.article())
                            .put("when", engagement.when()));
        }
        return node;
    }

    private ObjectNode node(Quote quote) {
        return json.createObjectNode()
                .put("start", quote.start())
                .put("end", quote.end())
                .put("text", quote.text());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private int batch(Path texts, String labels, Path results) throws IOException {
        if (!Files.isReadable(texts)) {
            throw new UsageException("there is no file " + texts);
        }
        Catalogue catalogue = Catalogue.bundled();
        TextLabeller labeller = new TextLabeller(
                new ProvisionDetector(catalogue), labels.equals(CATALOGUE) ? null : LabelSet.named(labels, catalogue));
        int count = 0;
        try (BufferedReader lines = Lines.open(texts);
                Writer writer = Files.newBufferedWriter(results)) {
            String line;
            int number = 0;
            while ((line = lines.readLine()) != null) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                writer.write(json.writeValueAsString(labelled(labeller, text(line, texts, number))) + "\n");
                if (++count % TOLD_EVERY == 0) {
                    err.println(count + " texts");
                }
            }
        }
        err.println(count + " texts labelled; the results are in " + results);
        return 0;
    }

    private String text(String line, Path file, int number) {
        JsonNode text;
        try {
            text = json.readTree(line).path("text");
        } catch (JsonProcessingException e) {
            throw new UsageException(file + ":" + number + ": not a line of JSON");
        }
        if (!text.isTextual()) {
            throw new UsageException(file + ":" + number + ": no \"text\" in this line");
        }
        return text.asText();
    }

    private ObjectNode labelled(TextLabeller labeller, String text) {
        Map<String, Double> scores = labeller.label(text);
        ObjectNode result = json.createObjectNode();
        ArrayNode labels = result.putArray("labels");
        ObjectNode byLabel = result.putObject("scores");
        scores.forEach((label, score) -> {
            labels.add(label);
            byLabel.put(label, score);
        });
        return result;
    }
}
