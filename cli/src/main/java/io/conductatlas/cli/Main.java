package io.conductatlas.cli;

import io.conductatlas.cli.classify.ClassifyCommand;
import io.conductatlas.cli.diff.DiffCommand;
import io.conductatlas.cli.extract.ExtractCommand;
import io.conductatlas.cli.gate.GateCommand;
import io.conductatlas.cli.replay.ReplayCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** {@code atlas extract|diff|gate|classify}: the pure libraries on files, with no stack running. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 0) {
            return usage(err);
        }
        List<String> rest = Arrays.asList(args).subList(1, args.length);
        try {
            return switch (args[0]) {
                case "extract" -> new ExtractCommand(out, err).run(rest);
                case "diff" -> new DiffCommand(out, err).run(rest);
                case "replay" -> new ReplayCommand(out).run(rest);
                case "classify" -> new ClassifyCommand(out, err).run(rest);
                case "gate" -> new GateCommand(out).run(rest);
                default -> usage(err);
            };
        } catch (UsageException | IOException e) {
            err.println("atlas " + args[0] + ": " + e.getMessage());
            return 2;
        }
    }

    private static int usage(PrintStream err) {
        err.println("usage: atlas extract [--url URL] [--declaration FILE] FILE");
        err.println("       atlas extract --batch INDEX.jsonl --out DIR");
        err.println("       atlas diff [--plain | --json] OLD.md NEW.md");
        err.println("       atlas diff --batch PAIRS.jsonl[.gz] --out RESULTS.jsonl");
        err.println("       atlas replay [--json] [--told] DIR");
        err.println("       atlas gate TEXT.md");
        err.println("       atlas gate --batch TEXTS.jsonl[.gz] --out RESULTS.jsonl");
        err.println("       atlas classify [--json] FILE.md");
        err.println(
                "       atlas classify --batch TEXTS.jsonl[.gz] [--labels catalogue|unfair-tos|opp115|tosdr] --out RESULTS.jsonl");
        return 2;
    }
}
