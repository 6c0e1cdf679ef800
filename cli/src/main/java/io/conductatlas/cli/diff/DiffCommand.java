package io.conductatlas.cli.diff;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.conductatlas.cli.Options;
import io.conductatlas.cli.TextFiles;
import io.conductatlas.cli.UsageException;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.DocumentDiffer;
import io.conductatlas.documents.markdown.MarkdownReader;
import io.conductatlas.documents.tables.DiffWithEntries;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code diff}: what lies between two archived texts. */
public final class DiffCommand {
    /** How the command is called and what it prints. */
    public static final String HELP = """
            usage: atlas diff [--plain | --json] OLD.md NEW.md
                   atlas diff --batch PAIRS.jsonl[.gz] --out RESULTS.jsonl

            Compares two texts in Markdown and prints each place where they differ, with its class and its section; words
            that went are struck through in red, words that came are green. The last line sums up.

              --plain  [-words that went-] and {+words that came+} instead of colours; also if NO_COLOR is set
              --json   the whole comparison as JSON: class, significance, counts, hunks and entries with offsets into the
                       text of either side

            With --batch each line of PAIRS is {"id": …, "before": "…", "after": "…"}, and each line of RESULTS
            {id, class, alert, significance, added, removed, modified, moved, cpu_ms}: added to moved count places, cpu_ms
            is the processor time of reading both texts and comparing them.
              class    substantive, order, date_or_number, boilerplate, link_or_image, case, markup_or_punctuation,
                       white_space; technical where the words are the same and their form differs in several ways at once,
                       as after a new extractor, or in none
              alert    whether somebody who agreed to the text should hear of it
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final ObjectMapper json = new ObjectMapper();
    private final MarkdownReader reader = new MarkdownReader();
    private final DocumentDiffer differ = new DocumentDiffer();

    public DiffCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return 0 whether or not the texts differ */
    public int run(List<String> arguments) throws IOException {
        if (arguments.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        Options options = new Options(arguments, Set.of("--batch", "--out"), Set.of("--json", "--plain"));
        if (options.has("--batch")) {
            options.operands(0);
            if (options.has("--json") || options.has("--plain")) {
                throw new UsageException("--batch writes its own form; --json and --plain are for two files");
            }
            Path pairs = TextFiles.existing(Path.of(options.required("--batch")));
            Path results = TextFiles.writable(Path.of(options.required("--out")));
            new Batch(reader, differ, err).run(pairs, results);
            return 0;
        }
        if (options.has("--out")) {
            throw new UsageException("--out belongs to --batch");
        }
        List<String> files = options.operands(2);
        AgreementText before = reader.read(TextFiles.read(Path.of(files.get(0))));
        AgreementText after = reader.read(TextFiles.read(Path.of(files.get(1))));
        DiffWithEntries diff = DiffWithEntries.of(differ.diff(before, after), before, after);
        if (options.has("--json")) {
            out.println(json.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(diff));
        } else {
            boolean plain = options.has("--plain") || System.getenv("NO_COLOR") != null;
            new WordDiffPrinter(out, plain).print(diff);
        }
        return 0;
    }
}
