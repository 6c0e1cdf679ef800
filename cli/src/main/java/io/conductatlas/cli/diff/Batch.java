package io.conductatlas.cli.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conductatlas.cli.Lines;
import io.conductatlas.cli.UsageException;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.ChangeClass;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DocumentDiffer;
import io.conductatlas.documents.diff.FormalDifferences;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Many pairs of texts, one JSON object a line in and out. */
final class Batch {
    private static final int EACH = 100;

    private final MarkdownReader reader;
    private final DocumentDiffer differ;
    private final PrintStream err;
    private final ObjectMapper json = new ObjectMapper();

    /** @param err where it says how far it has come */
    Batch(MarkdownReader reader, DocumentDiffer differ, PrintStream err) {
        this.reader = reader;
        this.differ = differ;
        this.err = err;
    }

    void run(Path pairs, Path results) throws IOException {
        int number = 0;
        int count = 0;
        int alerts = 0;
        try (BufferedReader lines = Lines.open(pairs);
                Writer writer = Files.newBufferedWriter(results)) {
            String line;
            while ((line = lines.readLine()) != null) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                ObjectNode result = compared(parsed(line, pairs, number), pairs + " line " + number);
                writer.write(json.writeValueAsString(result) + "\n");
                alerts += result.path("alert").asBoolean() ? 1 : 0;
                if (++count % EACH == 0) {
                    err.println("diff: " + count + " pairs compared");
                }
            }
        }
        err.println("diff: " + count + " pairs compared, " + alerts + " to be told, written to " + results);
    }

    private JsonNode parsed(String line, Path pairs, int number) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UsageException(pairs + " line " + number + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private ObjectNode compared(JsonNode row, String place) {
        JsonNode id = row.get("id");
        if (id == null || id.isNull()) {
            throw new UsageException(place + " has no id");
        }
        String before = text(row, "before", place);
        String after = text(row, "after", place);
        long start = Lines.cpuNanos();
        AgreementText old = reader.read(before);
        AgreementText fresh = reader.read(after);
        Diff diff = differ.diff(old, fresh);
        long end = Lines.cpuNanos();
        ObjectNode result = json.createObjectNode();
        result.set("id", id);
        result.put("class", classOf(diff, old, fresh).name().toLowerCase(Locale.ROOT));
        result.put("alert", diff.ofMeaning());
        result.put("significance", diff.significance());
        result.put("added", diff.counts().inserted());
        result.put("removed", diff.counts().deleted());
        result.put("modified", diff.counts().edited());
        result.put("moved", diff.counts().moved());
        result.put("cpu_ms", Lines.millis(end - start));
        return result;
    }

    /** Nothing is known here of the captured bytes: the same words in a form that differs in more than one way tell a new extractor. */
    private static ChangeClass classOf(Diff diff, AgreementText before, AgreementText after) {
        boolean formal = diff.changeClass().compareTo(ChangeClass.LINK_OR_IMAGE) >= 0;
        boolean technical = formal
                && FormalDifferences.between(before, after).size() != 1
                && FormalDifferences.sameWords(before, after);
        return technical ? ChangeClass.TECHNICAL : diff.changeClass();
    }

    private static String text(JsonNode row, String field, String place) {
        JsonNode value = row.get(field);
        if (value == null || !value.isTextual()) {
            throw new UsageException(place + " has no text " + field);
        }
        return value.asText();
    }
}
