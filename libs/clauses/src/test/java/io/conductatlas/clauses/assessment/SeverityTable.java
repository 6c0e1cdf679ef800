package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.NamedFactor;
import io.conductatlas.clauses.detection.Quote;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints how the provisions of each type spread over the levels of severity, over all Markdown files under the directories
 * given. With {@code --type SLUG} it prints each provision of a type with its factors instead.
 */
final class SeverityTable {
    private final Map<String, int[]> levels = new HashMap<>();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private int quotes;
    private int misplaced;

    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(List.of(args));
        int at = words.indexOf("--type");
        String only = at < 0 ? "" : words.remove(at + 1);
        if (at >= 0) {
            words.remove(at);
        }
        SeverityTable table = new SeverityTable();
        for (String directory : words) {
            try (Stream<Path> files = Files.walk(Path.of(directory))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                        .sorted()
                        .toList()) {
                    table.read(file, only);
                }
            }
        }
        if (only.isEmpty()) {
            table.print();
        }
    }

    private void read(Path file, String only) throws IOException {
        var text = Texts.read(Files.readString(file));
        for (DetectedProvision provision : Texts.DETECTOR.detect(text)) {
            for (Quote quote : provision.quotes()) {
                quotes++;
                misplaced += quote.isIn(text.text()) ? 0 : 1;
            }
            if (provision.polarity() == Polarity.STATED) {
                levels.computeIfAbsent(provision.type(), type -> new int[Severity.values().length])[
                        provision.severity().ordinal()]++;
            }
            if (provision.type().equals(only)) {
                out.printf(
                        "%s %s %s [%s]%n  %s%n",
                        file.getParent().getParent().getFileName() + "/"
                                + file.getParent().getFileName() + "/" + file.getFileName(),
                        provision.polarity(),
                        provision.severity(),
                        provision.factors().stream().map(NamedFactor::name).collect(Collectors.joining(" ")),
                        provision.quotes().stream().map(Quote::text).collect(Collectors.joining(" | ")));
            }
        }
    }

    private void print() {
        out.println("| type | provisions | low | medium | high | high % |");
        out.println("|---|--:|--:|--:|--:|--:|");
        int[] all = new int[Severity.values().length];
        for (ProvisionType type : Texts.CATALOGUE.types()) {
            int[] of = levels.getOrDefault(type.slug(), new int[Severity.values().length]);
            row(type.slug(), of);
            for (int i = 0; i < all.length; i++) {
                all[i] += of[i];
            }
        }
        row("all", all);
        out.printf("%nquotes %d, not at their place %d%n", quotes, misplaced);
    }

    private void row(String name, int[] of) {
        int sum = of[0] + of[1] + of[2];
        out.printf(
                "| %s | %d | %d | %d | %d | %d |%n",
                name, sum, of[0], of[1], of[2], sum == 0 ? 0 : Math.round(100f * of[2] / sum));
    }
}
