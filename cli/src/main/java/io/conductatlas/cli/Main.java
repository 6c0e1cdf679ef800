package io.conductatlas.cli;

import io.conductatlas.cli.classify.ClassifyCommand;
import io.conductatlas.cli.diff.DiffCommand;
import io.conductatlas.cli.extract.ExtractCommand;
import io.conductatlas.cli.gate.GateCommand;
import io.conductatlas.cli.replay.ReplayCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipException;

/** {@code atlas extract|diff|gate|classify}: the pure libraries on files, with no stack running. */
public final class Main {
    /** Damaged PDFs are the answer's concern, not the log's; kept here, or the setting is collected with its logger. */
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    private Main() {}

    public static void main(String[] args) {
        PDFBOX.setLevel(Level.OFF);
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
                case "gate" -> new GateCommand(out, err).run(rest);
                default -> usage(err);
            };
        } catch (UsageException e) {
            err.println("atlas " + args[0] + ": " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("atlas " + args[0] + ": " + inOneLine(e));
            return 2;
        }
    }

    private static String inOneLine(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (e instanceof AccessDeniedException denied) {
            return "no right to read or write " + denied.getFile();
        }
        if (e instanceof FileSystemException other) {
            return other.getFile() + ": " + other.getReason();
        }
        if (e instanceof CharacterCodingException) {
            return "the file is not UTF-8 text";
        }
        if (e instanceof ZipException) {
            return "the file ends in .gz but is not packed with gzip";
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("the file cannot be read");
    }

    private static int usage(PrintStream err) {
        err.println("usage: atlas extract [--url URL] [--declaration FILE] FILE...");
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
