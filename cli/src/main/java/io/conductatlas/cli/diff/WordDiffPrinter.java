package io.conductatlas.cli.diff;

import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import io.conductatlas.documents.diff.WordSpan;
import io.conductatlas.documents.tables.Cell;
import io.conductatlas.documents.tables.DiffWithEntries;
import io.conductatlas.documents.tables.EntryChange;
import io.conductatlas.documents.tables.Row;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Prints a comparison for people. */
final class WordDiffPrinter {
    private static final String RED = "\u001b[31;9m";
    private static final String GREEN = "\u001b[32m";
    private static final String BOLD = "\u001b[1m";
    private static final String NORMAL = "\u001b[0m";
    private static final String ENTRIES = "entries of tables and lists";

    private final PrintStream out;
    private final boolean plain;

    /** @param plain without colours */
    WordDiffPrinter(PrintStream out, boolean plain) {
        this.out = out;
        this.plain = plain;
    }

    void print(DiffWithEntries diff) {
        for (Hunk hunk : diff.hunks()) {
            String section = hunk.afterSection().isEmpty() ? hunk.beforeSection() : hunk.afterSection();
            String head =
                    name(hunk.kind()) + " · " + name(hunk.changeClass()) + (section.isEmpty() ? "" : " · ") + section;
            out.println(plain ? head : BOLD + head + NORMAL);
            out.println(indented(hunk.kind() == HunkKind.MOVED ? moved(hunk) : words(hunk)));
            out.println();
        }
        if (!diff.entries().isEmpty()) {
            out.println(plain ? ENTRIES : BOLD + ENTRIES + NORMAL);
            diff.entries().forEach(this::entry);
            out.println();
        }
        out.println(name(diff.changeClass()) + ", significance " + diff.significance()
                + (diff.ofMeaning() ? ", to be told: " : ", not to be told: ")
                + diff.counts().inserted() + " inserted, "
                + diff.counts().deleted() + " deleted, "
                + diff.counts().edited() + " edited, "
                + diff.counts().moved() + " moved; "
                + diff.counts().wordsAdded() + " words came, "
                + diff.counts().wordsRemoved() + " went");
    }

    private void entry(EntryChange change) {
        String where = change.heading().isEmpty() ? "" : change.heading() + ": ";
        String line = switch (change.kind()) {
            case ADDED -> "+ " + where + (plain ? cells(change.entry()) : GREEN + cells(change.entry()) + NORMAL);
            case REMOVED -> "- " + where + (plain ? cells(change.entry()) : RED + cells(change.entry()) + NORMAL);
            case CHANGED ->
                "~ " + where + cells(Objects.requireNonNull(change.before())) + " → " + cells(change.entry());
        };
        out.println("  " + line);
    }

    private static String cells(Row row) {
        return row.cells().stream().map(Cell::text).collect(Collectors.joining(" | "));
    }

    private String moved(Hunk hunk) {
        String from = hunk.beforeSection().isEmpty() ? "elsewhere" : hunk.beforeSection();
        return "(from " + from + ") " + words(hunk);
    }

    private String words(Hunk hunk) {
        StringBuilder line = new StringBuilder();
        for (WordSpan span : hunk.words()) {
            switch (span.op()) {
                case EQUAL -> line.append(span.text());
                case DELETE ->
                    line.append(plain ? "[-" : RED).append(span.text()).append(plain ? "-]" : NORMAL);
                case INSERT ->
                    line.append(plain ? "{+" : GREEN).append(span.text()).append(plain ? "+}" : NORMAL);
            }
        }
        return line.toString();
    }

    private static String indented(String text) {
        return "  " + text.replace("\n", "\n  ");
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
