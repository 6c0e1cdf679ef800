package io.conductatlas.clauses.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.DocumentDiffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Prints change records, to be read and judged.
 *
 * <p>{@code pairs FILE.jsonl.gz [LABEL]} reads lines with {@code id}, {@code label}, {@code service}, {@code doc},
 * {@code before} and {@code after}; {@code history DIRECTORY} reads dated versions and compares each with the one
 * before. With {@code --whole} all blocks are printed, else title and summary; {@code --only TEXT} keeps ids that
 * contain the text.
 */
final class ChangeRecords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final boolean whole;
    private final String only;

    private ChangeRecords(PrintStream out, boolean whole, String only) {
        this.out = out;
        this.whole = whole;
        this.only = only;
    }

    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(List.of(args));
        boolean whole = words.remove("--whole");
        int at = words.indexOf("--only");
        String only = at < 0 ? "" : words.remove(at + 1);
        if (at >= 0) {
            words.remove(at);
        }
        ChangeRecords records =
                new ChangeRecords(new PrintStream(System.out, true, StandardCharsets.UTF_8), whole, only);
        switch (words.get(0)) {
            case "pairs" -> records.pairs(Path.of(words.get(1)), words.size() > 2 ? words.get(2) : "");
            case "history" -> records.history(Path.of(words.get(1)));
            default -> throw new IllegalArgumentException("pairs or history, not " + words.get(0));
        }
    }

    private void pairs(Path file, String label) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode pair = JSON.readTree(line);
                String id = pair.path("id").asText();
                if ((label.isEmpty() || pair.path("label").asText().equals(label)) && id.contains(only)) {
                    out.println("# " + id);
                    if (!pair.path("human_title").asText().isEmpty()) {
                        out.println("note: " + pair.path("human_title").asText());
                    }
                    print(
                            pair.path("service").asText(),
                            pair.path("doc").asText(),
                            pair.path("before").asText(),
                            pair.path("after").asText());
                }
            }
        }
    }

    private void history(Path directory) throws IOException {
        List<Path> versions;
        try (Stream<Path> files = Files.list(directory)) {
            versions = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        Path absolute = directory.toAbsolutePath().normalize();
        for (int i = 1; i < versions.size(); i++) {
            String id = versions.get(i).getFileName().toString();
            if (id.contains(only)) {
                out.println("# " + id);
                print(
                        capital(absolute.getParent().getFileName().toString()),
                        capital(absolute.getFileName().toString().replace('-', ' ')),
                        Files.readString(versions.get(i - 1)),
                        Files.readString(versions.get(i)));
            }
        }
    }

    private static String capital(String text) {
        return Stream.of(text.split(" ")).map(Phrasing::capital).collect(Collectors.joining(" "));
    }

    private void print(String platform, String document, String before, String after) {
        AgreementText old = Texts.read(before);
        AgreementText fresh = Texts.read(after);
        Subject subject = Texts.change(platform, document, old, fresh, new DocumentDiffer().diff(old, fresh));
        Assessment assessment = new ChangeAssessor(Texts.CATALOGUE).assess(subject);
        out.println("title: " + assessment.title());
        out.printf(
                "rated: %s %s; labels: %s; class: %s; hunks: %d%n",
                assessment.severity(),
                assessment.direction(),
                String.join(", ", assessment.labels()),
                subject.diff().changeClass(),
                subject.diff().hunks().size());
        assessment.summary().forEach(statement -> out.println("  " + statement.text()));
        if (whole) {
            for (AffectedGroup group : assessment.affected()) {
                out.println("  group: " + group.name() + ": " + group.direction());
            }
            for (AssessedProvision provision : assessment.provisions()) {
                out.printf(
                        "  provision: %s %s %s %s %s%n",
                        provision.id(),
                        provision.polarity() + " " + provision.type(),
                        provision.effect(),
                        provision.severity(),
                        provision.direction());
            }
            for (Block block : assessment.blocks()) {
                out.println("  ## " + block.title());
                block.statements().forEach(statement -> out.println("  " + statement.text()));
            }
        }
        out.println();
    }
}
