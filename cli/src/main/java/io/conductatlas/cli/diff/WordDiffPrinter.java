package io.conductatlas.cli.diff;

import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import io.conductatlas.documents.diff.WordSpan;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a comparison for people. */
final class WordDiffPrinter {
    private static final String RED = "\u001b[31;9m";
    private static final String GREEN = "\u001b[32m";
    private static final String BOLD = "\u001b[1m";
    private static final String NORMAL = "\u001b[0m";

    private final PrintStream out;
    private final boolean plain;

    /** @param plain without colours */
    WordDiffPrinter(PrintStream out, boolean plain) {
        this.out = out;
        this.plain = plain;
    }

    void print(Diff diff) {
        for (Hunk hunk : diff.hunks()) {
            String section = hunk.afterSection().isEmpty() ? hunk.beforeSection() : hunk.afterSection();
            String head =
                    name(hunk.kind()) + " · " + name(hunk.changeClass()) + (section.isEmpty() ? "" : " · ") + section;
            out.println(plain ? head : BOLD + head + NORMAL);
            out.println(indented(hunk.kind() == HunkKind.MOVED ? moved(hunk) : words(hunk)));
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
