package io.conductatlas.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of a corpus.
 *
 * @param document the contract it comes from
 */
record LabelledText(String document, String text, Set<String> labels) {
    /** Reads lines of {@code {doc, text, labels}}, or with {@code services} in the place of {@code doc}. */
    static List<LabelledText> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<LabelledText> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = json.readTree(line);
            Set<String> labels = new TreeSet<>();
            row.path("labels").forEach(label -> labels.add(label.asText()));
            String document =
                    (row.has("doc") ? row.path("doc") : row.path("services").path(0)).asText();
            all.add(new LabelledText(document, row.path("text").asText(), labels));
        }
        return all;
    }

    /** All labels that occur, in the order of the alphabet. */
    static List<String> labels(List<LabelledText> texts) {
        Set<String> all = new TreeSet<>();
        texts.forEach(text -> all.addAll(text.labels()));
        return List.copyOf(all);
    }
}
