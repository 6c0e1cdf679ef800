package io.conductatlas.cli.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conductatlas.cli.Options;
import io.conductatlas.cli.TextFiles;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** {@code replay}: what subscribers would have heard of a document whose history is known. */
public final class ReplayCommand {
    /** How the command is called and what it prints. */
    public static final String HELP = """
            usage: atlas replay [--json] [--told] DIR

            Plays the dated texts in DIR, and in folders under it, through the quality gate, the diff and the rules for
            variants, oldest first, and prints for each text its time, its version, what it is, and what would be told:
              ALERT    a change of meaning
              DATE     it applies from another day
              NOTE     two texts take turns; said once for each pair
              REFUSED  not the agreement; kept for staff
              -        listed, nobody is told
            At the end it prints the passages that went from one document to another in the same folder within two weeks.

            Files are named by their time in UTC, as 20250418T180419.md. A table meta.tsv with the columns file and kind
            may mark some as technical: read anew by the archive's extractor.

              --told   only what would be told
              --json   one JSON object a line
            """;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();
    private final MarkdownReader reader = new MarkdownReader();

    public ReplayCommand(PrintStream out) {
        this.out = out;
    }

    /** @return 0, or 2 for a call it does not know */
    public int run(List<String> arguments) throws IOException {
        if (arguments.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        Options options = new Options(arguments, Set.of(), Set.of("--json", "--told"));
        Path root = Path.of(options.operands(1).get(0));
        MovesBetween moves = new MovesBetween();
        for (Path folder : HistoryFolder.documents(root)) {
            DocumentReplay replay = new DocumentReplay();
            for (HistoryFolder.Dated dated : HistoryFolder.texts(folder)) {
                replay.add(reader.read(TextFiles.read(dated.file())), dated.at(), dated.technical());
            }
            List<Line> lines = replay.lines();
            String name = folder.equals(root)
                    ? String.valueOf(folder.getFileName())
                    : root.relativize(folder).toString();
            moves.add(Objects.requireNonNullElse(folder.getParent(), folder), replay, name);
            if (!options.has("--json")) {
                out.println(name);
            }
            for (Line line : lines) {
                if (options.has("--told") && line.told() == Told.NOTHING) {
                    continue;
                }
                out.println(options.has("--json") ? json(name, line) : text(line));
            }
            if (!options.has("--json")) {
                out.println(summary(lines));
                out.println();
            }
        }
        for (MovesBetween.Move move : moves.find()) {
            out.println(options.has("--json") ? json(move) : text(move));
        }
        return 0;
    }

    private static String text(MovesBetween.Move move) {
        return "  " + TIME.format(move.at()) + "  moved from " + move.from() + " " + move.detail();
    }

    private ObjectNode json(MovesBetween.Move move) {
        ObjectNode node = json.createObjectNode();
        node.put("document", move.from());
        node.put("at", move.at().toString());
        node.put("what", move.weakened() ? "relocated_and_weakened" : "relocated");
        node.put("detail", move.detail());
        return node;
    }

    private static String text(Line line) {
        String version = line.version() == 0 ? "" : "v" + line.version();
        String what = line.what().replace('_', ' ') + (line.significance() >= 0.05 ? " " + line.significance() : "");
        return String.format(
                Locale.ROOT,
                "  %s  %-5s %-24s %-8s %s",
                TIME.format(line.at()),
                version,
                what,
                line.told() == Told.NOTHING ? "-" : line.told().name(),
                line.detail());
    }

    private ObjectNode json(String document, Line line) {
        ObjectNode node = json.createObjectNode();
        node.put("document", document);
        node.put("at", line.at().toString());
        node.put("version", line.version());
        node.put("what", line.what());
        node.put("significance", line.significance());
        node.put("told", line.told().name().toLowerCase(Locale.ROOT));
        node.put("detail", line.detail());
        return node;
    }

    private static String summary(List<Line> lines) {
        Map<Told, Integer> counts = new EnumMap<>(Told.class);
        lines.forEach(line -> counts.merge(line.told(), 1, Integer::sum));
        return "  " + lines.size() + " texts: " + counts.getOrDefault(Told.ALERT, 0) + " alerts, "
                + counts.getOrDefault(Told.DATE, 0) + " dates, "
                + counts.getOrDefault(Told.NOTE, 0) + " notes, "
                + counts.getOrDefault(Told.REFUSED, 0) + " refused, "
                + counts.getOrDefault(Told.NOTHING, 0) + " only listed";
    }
}
