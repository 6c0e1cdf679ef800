package io.conductatlas.clauses.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.clauses.detection.Quote;
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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Prints change records, to be read and judged.
 *
 * <p>{@code pairs FILE.jsonl.gz [LABEL]} reads lines with {@code id}, {@code label}, {@code service}, {@code doc},
 * {@code before} and {@code after}; {@code history DIRECTORY} reads dated versions and compares each with the one
 * before. With {@code --whole} all blocks are printed, else title and summary; {@code --only TEXT} keeps ids that
 * contain the text, and {@code --sample COUNT SEED} draws that many of the pairs. {@code --topics} prints for each topic named its
 * sentences with the words that changed marked, to judge whether these bear it out.
 */
final class ChangeRecords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int MOST_TOPICS = 4;

    private final PrintStream out;
    private final boolean whole;
    private final boolean topics;
    private final String only;

    private ChangeRecords(PrintStream out, boolean whole, boolean topics, String only) {
        this.out = out;
        this.whole = whole;
        this.topics = topics;
        this.only = only;
    }

    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(List.of(args));
        boolean whole = words.remove("--whole");
        boolean topics = words.remove("--topics");
        List<String> only = option(words, "--only", 1);
        List<String> sample = option(words, "--sample", 2);
        ChangeRecords records = new ChangeRecords(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                whole,
                topics,
                only.isEmpty() ? "" : only.get(0));
        switch (words.get(0)) {
            case "pairs" -> records.pairs(Path.of(words.get(1)), words.size() > 2 ? words.get(2) : "", sample);
            case "history" -> records.history(Path.of(words.get(1)));
            default -> throw new IllegalArgumentException("pairs or history, not " + words.get(0));
        }
    }

    /** Takes an option and its values out of the words; empty where it is not there. */
    private static List<String> option(List<String> words, String name, int values) {
        int at = words.indexOf(name);
        if (at < 0) {
            return List.of();
        }
        List<String> option = words.subList(at, at + values + 1);
        List<String> found = List.copyOf(option.subList(1, values + 1));
        option.clear();
        return found;
    }

    private void pairs(Path file, String label, List<String> sample) throws IOException {
        List<JsonNode> pairs = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode pair = JSON.readTree(line);
                if ((label.isEmpty() || pair.path("label").asText().equals(label))
                        && pair.path("id").asText().contains(only)) {
                    pairs.add(pair);
                }
            }
        }
        if (!sample.isEmpty()) {
            Collections.shuffle(pairs, new Random(Long.parseLong(sample.get(1))));
            pairs = pairs.subList(0, Math.min(pairs.size(), Integer.parseInt(sample.get(0))));
        }
        for (JsonNode pair : pairs) {
            out.println("# " + pair.path("id").asText());
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
        if (topics) {
            topics(subject);
        }
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

    /** What each topic of the summary rests on: its sentences with the words that changed marked, and the rules that found it. */
    private void topics(Subject subject) {
        ChangedWords changed = new ChangedWords(subject.diff());
        ProvisionComparison comparison = new ProvisionComparison(Texts.CATALOGUE);
        List<NamedChange> provisions = comparison.nameable(comparison.compare(subject, changed), subject, changed);
        if (LanguageExchange.of(subject).isPresent()) {
            return;
        }
        Novelty novelty = Novelty.of(subject, CommonPlace.of(subject));
        new Matters(Texts.CATALOGUE, subject, changed, novelty)
                .of(provisions).stream()
                        .filter(Matter::named)
                        .limit(MOST_TOPICS)
                        .forEach(matter -> topic(subject, changed, matter));
    }

    private void topic(Subject subject, ChangedWords changed, Matter matter) {
        AssessedProvision main = matter.main();
        out.printf(
                "  topic: %s%s %s of %d: %s%n",
                matter.act(),
                matter.partly() ? " partly" : "",
                main.kind(),
                matter.provisions().size(),
                Texts.CATALOGUE.type(main.type()).change().topic());
        for (Basis.Side side : Basis.Side.values()) {
            boolean old = side == Basis.Side.BEFORE;
            (old ? main.before() : main.after())
                    .forEach(quote -> out.printf("    %s| %s%n", old ? "old" : "new", marked(changed, side, quote)));
            (old ? subject.provisionsBefore() : subject.provisionsAfter())
                    .stream()
                            .filter(tracked -> tracked.id().equals(main.id()))
                            .map(TrackedProvision::provision)
                            .forEach(provision -> out.printf(
                                    "    %s, found by: %s; %.2f; changed: %.0f %%%n",
                                    side,
                                    provision.evidence().stream()
                                            .map(evidence -> evidence.rule()
                                                    + (changed.meet(side, evidence.words()) ? "*" : "")
                                                    + " \u201c"
                                                    + evidence.words().text() + "\u201d")
                                            .collect(Collectors.joining(", ")),
                                    provision.confidence(),
                                    100 * changed.share(side, provision.quotes())));
        }
    }

    /** A sentence with the words that came or went between brackets. */
    private static String marked(ChangedWords changed, Basis.Side side, Quote quote) {
        StringBuilder marked = new StringBuilder();
        int at = quote.start();
        for (ChangedWords.Run run : changed.runs(side, quote)) {
            int from = Math.max(at, run.start());
            int to = Math.min(quote.end(), run.end());
            if (from < to) {
                marked.append(quote.text(), at - quote.start(), from - quote.start())
                        .append("\u27e6")
                        .append(quote.text(), from - quote.start(), to - quote.start())
                        .append("\u27e7");
                at = to;
            }
        }
        return marked.append(quote.text(), at - quote.start(), quote.text().length())
                .toString()
                .replace('\n', ' ');
    }
}
