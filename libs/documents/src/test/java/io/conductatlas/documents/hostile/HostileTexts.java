package io.conductatlas.documents.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Two versions of a text made to be slow, to take memory or to break what assumes ordinary texts; as Markdown, since that is how
 * archives come. They are made when they are asked for.
 *
 * @param of the version of this number, 0 or 1
 */
record HostileTexts(String name, Function<Integer, String> of) {
    private static final long SEED = 20_261_126;
    private static final int MB = 1 << 20;
    private static final int MILLION = 1_000_000;

    @Override
    public String toString() {
        return name;
    }

    String before() {
        return of.apply(0);
    }

    String after() {
        return of.apply(1);
    }

    static List<HostileTexts> all() {
        List<HostileTexts> texts = new ArrayList<>();
        add(texts, "random characters, seed " + SEED, version -> {
            Random random = new Random(SEED + version);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < MB; i++) {
                text.append((char) random.nextInt(1 << 16));
            }
            return text.toString();
        });
        add(texts, "random signs of Markdown, seed " + SEED, version -> {
            String signs = "[]()*_`#>|-=+\\!<>{}\n\n  .:0ab";
            Random random = new Random(SEED + version);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < MB; i++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            return text.toString();
        });
        add(texts, "random lines, seed " + SEED, version -> {
            String[] begins = {
                "# ", "## ", "*   ", "1.  ", "> ", "| a | ", "    ", "**b** ", "", "* * *", "---", "===", "[x](y) "
            };
            Random random = new Random(SEED + version);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 100_000; i++) {
                text.append(begins[random.nextInt(begins.length)])
                        .append("word")
                        .append(random.nextInt(999))
                        .append(random.nextInt(3) == 0 ? "\n\n" : "\n");
            }
            return text.toString();
        });
        repeated(texts, "a line of 16 MB", "We share it with partners. ", 16 * MB / 27);
        repeated(texts, "a sentence of 16 MB", "we share it with partners and ", 16 * MB / 30);
        repeated(texts, "a word of 4 MB", "a", 4 * MB);
        numbered(texts, "a sentence of other words", "word%d and ", 400_000);
        numbered(texts, "fifty long sentences", "word%d" + " and all of it".repeat(15_000) + ". ", 50);
        numbered(texts, "sentences of other words", "Word%1$d is word%1$d. ", 100_000);
        numbered(texts, "paragraphs of other words", "Word%1$d is word%1$d.\n\n", 100_000);
        numbered(texts, "headings", "# Part %d\n\n", 200_000);
        numbered(texts, "headings with a line", "## Part %1$d\n\nWord%1$d.\n\n", 100_000);
        numbered(texts, "bold headings", "**Part %d**\n\n", 40_000);
        numbered(texts, "links", "[Link %1$d](/page/%1$d)\n\n", 70_000);
        numbered(texts, "items", "*   Item %1$d: it\n", 70_000);
        numbered(texts, "items that begin items", "*   * * 1. + - ".repeat(20) + "w%d\n", 20_000);
        numbered(texts, "cells", "| a%1$d | b%1$d | c%1$d |\n", 70_000);
        numbered(texts, "a million cells in a row", "| %d ", MILLION);
        numbered(texts, "dates", "Effective from 1 May 20%1$02d, last updated May %1$d, 2024. ", 70_000);
        repeated(texts, "equal dates", "Effective 1 May 2024 ", 500_000);
        repeated(texts, "digits", "1", 4 * MB);
        repeated(texts, "digits and dots", "1.", 2 * MB);
        repeated(texts, "opening brackets", "[", 4 * MB);
        repeated(texts, "links that never close", "[x](y ", 2 * MB);
        repeated(texts, "references that never close", "[x][y ", 2 * MB);
        repeated(texts, "images that never close", "![x", 2 * MB);
        repeated(texts, "brackets around brackets", "[x]", 2 * MB);
        repeated(texts, "back-ticks of all lengths", "` `` ``` ```` ````` `````` ``````` ", MB / 4);
        repeated(texts, "back-slashes", "\\", 4 * MB);
        repeated(texts, "stars", "*", 4 * MB);
        repeated(texts, "stars and spaces", "* ", 2 * MB);
        repeated(texts, "dashes", "-", 4 * MB);
        repeated(texts, "quotation marks", "> ", 2 * MB);
        repeated(texts, "bars", "|", 4 * MB);
        repeated(texts, "dots", ".", 4 * MB);
        repeated(texts, "dots and quotes", ".\" A", MB);
        repeated(texts, "abbreviations", "e.g. U.S. No. 1. ", MB / 2);
        repeated(texts, "line breaks", "  \n", 4 * MB);
        repeated(texts, "lines of one letter", "a\n", 2 * MB);
        repeated(texts, "paragraphs of one letter", "a\n\n", MB);
        repeated(texts, "NULs", "\0", 4 * MB);
        repeated(texts, "halves of pairs of surrogates", "\uD83D", 2 * MB);
        repeated(texts, "other halves", "a\uDE00 ", 2 * MB);
        repeated(texts, "marks without width", "\u200b\u00ad", 2 * MB);
        repeated(texts, "hard spaces", "\u00a0", 4 * MB);
        add(
                texts,
                "two sentences in turn",
                version -> (version == 0
                                ? "We share it now. They sell it then. "
                                : "They sell it then. We share it now. ")
                        .repeat(100_000));
        add(texts, "nothing and much", version -> version == 0 ? "" : "We share it. ".repeat(200_000));
        add(texts, "much and nothing", version -> version == 1 ? "" : "[We](x)\n\n".repeat(200_000));
        add(
                texts,
                "a long heading over many",
                version -> "# " + "Terms ".repeat(MB) + "\n\n" + ("## Part\n\nWord" + version + "\n\n").repeat(50_000));
        add(texts, "sentences in other order", version -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 100_000; i++) {
                text.append("We share part ")
                        .append(version == 0 ? i : (i * 7_919L) % 100_000)
                        .append(" with all. ");
            }
            return text.toString();
        });
        return texts;
    }

    private static void add(List<HostileTexts> texts, String name, Function<Integer, String> of) {
        texts.add(new HostileTexts(name, of));
    }

    /** The second version lacks a tenth at its beginning and says something else at its end. */
    private static void repeated(List<HostileTexts> texts, String name, String part, int times) {
        add(
                texts,
                name,
                version -> part.repeat(version == 0 ? times : times - times / 10) + (version == 0 ? "" : " other"));
    }

    /** In the second version all numbers are other ones. */
    private static void numbered(List<HostileTexts> texts, String name, String part, int times) {
        add(texts, name, version -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < times; i++) {
                text.append(part.formatted(version * 10_000_000 + i));
            }
            return text.toString();
        });
    }
}
