package io.conductatlas.documents.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A page made to be slow, to take memory or to break what assumes ordinary pages. Its bytes are made when they are asked for, so that
 * one page at a time is in memory.
 *
 * @param charset as the server names it
 */
record HostilePage(String name, @Nullable String charset, Supplier<byte[]> bytes) {
    private static final long SEED = 20_261_126;
    private static final int MB = 1 << 20;

    /** Just below the number of tags beyond which a page is refused unread. */
    private static final int MANY_TAGS = 299_000;

    private static final int MILLION = 1_000_000;

    private static final List<String> TAGS = List.of(
            "a",
            "b",
            "i",
            "font",
            "p",
            "div",
            "span",
            "table",
            "tbody",
            "tr",
            "td",
            "th",
            "caption",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h6",
            "form",
            "button",
            "select",
            "option",
            "svg",
            "math",
            "title",
            "template",
            "blockquote",
            "pre",
            "code",
            "nobr",
            "body",
            "html",
            "frameset",
            "object",
            "em",
            "strong",
            "br",
            "hr");

    @Override
    public String toString() {
        return name;
    }

    static List<HostilePage> all() {
        List<HostilePage> pages = new ArrayList<>();
        addRandom(pages);
        addNested(pages);
        addLong(pages);
        addAttributes(pages);
        pages.addAll(crowded());
        addUnclosed(pages);
        addLinksListsAndTables(pages);
        addCharacters(pages);
        return pages;
    }

    /** Pages with so many elements beside one another that a selector which looks at them all takes hours. */
    static List<HostilePage> crowded() {
        List<HostilePage> pages = new ArrayList<>();
        addSiblings(pages);
        return pages;
    }

    /** A small page of tags and words in any order. */
    static byte[] ofRandomTags(long seed, int tags) {
        Random random = new Random(seed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < tags; i++) {
            String close = random.nextInt(3) == 0 ? "/" : "";
            String tag = TAGS.get(random.nextInt(TAGS.size()));
            out.writeBytes(("<" + close + tag + ">Word" + i + (i % 5 == 0 ? ". " : " ")).getBytes(ISO_8859_1));
        }
        return out.toByteArray();
    }

    private static void addRandom(List<HostilePage> pages) {
        add(pages, "random bytes, seed " + SEED, () -> {
            byte[] bytes = new byte[4 * MB];
            new Random(SEED).nextBytes(bytes);
            return bytes;
        });
        add(pages, "random bytes of markup, seed " + SEED, () -> {
            String signs = "<<<>>/!-=\"'& ;#abdp\n[]?x0";
            Random random = new Random(SEED);
            byte[] bytes = new byte[2 * MB];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) signs.charAt(random.nextInt(signs.length()));
            }
            return bytes;
        });
        add(pages, "random tags, seed " + SEED, () -> ofRandomTags(SEED, MANY_TAGS));
    }

    private static void addNested(List<HostilePage> pages) {
        for (String tag : List.of("div", "table", "b", "ul", "a", "font")) {
            add(pages, "a million nested " + tag, () -> repeated("", "<" + tag + ">", MILLION, "deep"));
        }
        List<String> tags = List.of(
                "<div>",
                "<table>",
                "<b>",
                "<ul><li>",
                "<a href=x>",
                "<blockquote>w\n\n",
                "<span class=sr-only>",
                "<a href=x><p>",
                "<li><ol>word");
        for (String tag : tags) {
            int count = (int) tag.chars().filter(c -> c == '<').count();
            add(pages, "nested " + tag.replace("\n", ""), () -> repeated("", tag, MANY_TAGS / count, "deep"));
        }
        add(
                pages,
                "open formatting around each paragraph",
                () -> join(
                        repeated("", "<b><i><u><s><em><font color=red>", 40, ""),
                        repeated("", "<p>word", MANY_TAGS - 300, "")));
    }

    private static void addLong(List<HostilePage> pages) {
        add(pages, "a line of 50 MB", () -> repeated("", "We share it with partners. ", 50 * MB / 27, ""));
        add(
                pages,
                "50 MB in one paragraph",
                () -> repeated("<p>", "we share it with partners and ", 50 * MB / 30, "</p>"));
        add(pages, "a word of 50 MB", () -> repeated("<p>", "a", 50 * MB, ""));
        add(pages, "8 MB of spaces", () -> repeated("<p>", " ", 8 * MB, ""));
        add(pages, "8 MB of line breaks in pre", () -> repeated("<pre>", "\n", 8 * MB, ""));
        add(pages, "8 MB of dots", () -> repeated("<p>", ". ", 4 * MB, ""));
        add(pages, "8 MB of markup signs", () -> repeated("<p>", "[*_`](!", 8 * MB / 7, ""));
        add(pages, "8 MB of back-ticks in code", () -> repeated("<p><code>", "``` ` ", 8 * MB / 6, ""));
        add(pages, "a title of 20 MB", () -> repeated("<title>", "x ", 10 * MB, "</title><p>word"));
        add(pages, "a heading of 8 MB", () -> repeated("<h1>", "Terms ", 8 * MB / 6, "</h1><p>word"));
        add(
                pages,
                "a long heading over many",
                () -> join(repeated("<h1>", "Terms ", 2 * MB, "</h1>"), repeated("", "<h2>x</h2>word", 100_000, "")));
        add(pages, "more than is ever read", () -> new byte[65 * MB]);
    }

    private static void addAttributes(List<HostilePage> pages) {
        for (String name : List.of("class", "href", "style")) {
            add(
                    pages,
                    "an attribute " + name + " of 20 MB",
                    () -> repeated("<a " + name + "=\"", "ab cd/", 20 * MB / 6, "\">w</a>"));
            add(
                    pages,
                    "an attribute " + name + " of 11 MB",
                    () -> join(
                            repeated("<div " + name + "=\"", "ab cd/", 11 * MB / 6, "\">"),
                            repeated("", "<p>word <a href=y>link</a>", 90_000, "")));
        }
        add(pages, "a link up 3 million folders", () -> repeated("<a href=\"/", "../", 3 * MB, "x\">w</a>"));
        add(pages, "a link with 3 million parameters", () -> repeated("<a href=\"/?", "ref&", 5 * MB / 2, "x\">w</a>"));
        add(pages, "a million attributes", () -> numbered("<div ", "a%d=1 ", MILLION, ">word"));
        add(pages, "a million equal attributes", () -> repeated("<div ", "a=1 ", MILLION, ">word"));
        add(
                pages,
                "many attributes on many tags",
                () -> repeated(
                        "", "<p a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=9 j=0 id=x class='a b c d e f'>w", MANY_TAGS, ""));
    }

    private static void addSiblings(List<HostilePage> pages) {
        add(pages, "a million siblings", () -> repeated("", "<p>w", MILLION, ""));
        for (String tag :
                List.of("p", "br", "i", "h2", "hr", "img src=x alt=y", "input type=checkbox", "script></script")) {
            int tags = tag.startsWith("script") ? MANY_TAGS / 2 : MANY_TAGS;
            add(pages, tag + " beside one another", () -> repeated("<main>", "<" + tag + ">w", tags, ""));
        }
        add(pages, "siblings in three levels", () -> repeated("", "<div><p>w<p class=x>w</div>", 70_000, ""));
        add(
                pages,
                "parts beside parts",
                () -> join(
                        repeated("<div><div><div>", "<p>We share it with all of our partners.", 90_000, "</div>"),
                        join(repeated("", "<p>w", 100_000, "</div>"), repeated("", "<p>w", 100_000, ""))));
        add(pages, "comments beside one another", () -> repeated("", "<!-- x -->w", MANY_TAGS, ""));
        add(
                pages,
                "a deep page with many siblings at its end",
                () -> join(repeated("", "<div>", 500, ""), repeated("", "<p>w", MANY_TAGS - 500, "")));
        add(
                pages,
                "a long text inside many elements",
                () -> join(repeated("", "<div>", 500, ""), repeated("", "w ", 20 * MB, "")));
    }

    private static void addUnclosed(List<HostilePage> pages) {
        for (String open : List.of(
                "<!--",
                "<script>",
                "<style>",
                "<textarea>",
                "<title>",
                "<![CDATA[",
                "<svg><![CDATA[",
                "<!DOCTYPE ",
                "<?",
                "<script><!--<script>",
                "<plaintext>",
                "<iframe>",
                "<noscript>",
                "<xmp>",
                "<a href=\"",
                "<p ",
                "</")) {
            add(pages, "unclosed " + open, () -> repeated("<p>word</p>" + open, "x y ", 4 * MB / 4, ""));
        }
        add(pages, "comments that never close", () -> repeated("", "<!-- ", MANY_TAGS, ""));
        add(pages, "scripts that never close", () -> repeated("", "<script>", MANY_TAGS, ""));
        add(pages, "end tags without a beginning", () -> repeated("<p>", "</b></i></p></x>", MANY_TAGS / 4, ""));
        add(pages, "tags that never close", () -> repeated("", "<p a=\"", MANY_TAGS, ""));
    }

    private static void addLinksListsAndTables(List<HostilePage> pages) {
        add(
                pages,
                "60,000 links",
                () -> numbered("", "<a href=\"/page?%1$d&utm_source=x\">link %1$d</a> ", 60_000, ""));
        add(pages, "200,000 links that never close", () -> numbered("<p>", "<a href=%1$d>link ", 200_000, ""));
        add(pages, "a list of 60,000 items", () -> repeated("<ol start=7>", "<li>word</li>", 60_000, "</ol>"));
        add(pages, "a million cells", () -> repeated("<table><tr>", "<td>w", MILLION, ""));
        add(pages, "cells in one row", () -> repeated("<table><tr>", "<td>w", 100_000, ""));
        add(pages, "rows of one cell", () -> repeated("<table>", "<tr><td>w", 100_000 / 2 - 10, ""));
        add(
                pages,
                "a table of 500 columns",
                () -> repeated("<table>", "<tr>" + "<td>w".repeat(500), 100_000 / 501 - 10, ""));
        add(pages, "cells over a thousand columns", () -> repeated("<table><tr>", "<td colspan=1000>w", 100_000, ""));
        add(
                pages,
                "heads over a thousand columns",
                () -> repeated("<table>", "<thead><tr><th colspan=1000>w</thead>", 100_000 / 4 - 10, ""));
        add(pages, "tables in tables", () -> repeated("", "<table><tr><td>w", 250, ""));
        add(pages, "table beside table", () -> repeated("", "<table><tr><th>w<td>w</table>", 100_000 / 5, ""));
        add(pages, "headings", () -> numbered("", "<h2>Part %d</h2>", 149_000, ""));
        add(pages, "equal headings", () -> repeated("", "<h3>Part</h3>word", 60_000, ""));
        add(pages, "bold lines", () -> repeated("", "<p><b>Part</b>", 100_000 / 3, ""));
        add(pages, "options", () -> repeated("<select>", "<option>w", 100_000, ""));
        add(pages, "buttons in headings", () -> repeated("", "<h2><button>w", 100_000 / 2, ""));
    }

    private static void addCharacters(List<HostilePage> pages) {
        add(pages, "10 MB of NULs", () -> repeated("<p>", "\0", 10 * MB, ""));
        add(
                pages,
                "halves of pairs of surrogates",
                () -> bytes("<p>", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, 4 * MB));
        add(pages, "bytes that no text has", () -> bytes("<p>", new byte[] {(byte) 0xFE, (byte) 0xFF}, 10 * MB));
        add(pages, "entities", () -> repeated("<p>", "&amp;&#x1F600;&nbsp;", MB, ""));
        add(pages, "entities that are none", () -> repeated("<p>", "&xyzzyx", MB, ""));
        add(pages, "entities without an end", () -> repeated("<p>", "&#99999999999", 4 * MB, ""));
        add(pages, "ampersands", () -> repeated("<p>", "&", 8 * MB, ""));
        add(pages, "marks of direction and width", () -> repeated("<p>", "&#8203;&#8238;&#173;", MB / 2, ""));
        add(
                pages,
                "hard spaces in nested emphasis",
                () -> join(
                        repeated("", "<i>", 500, ""),
                        join(bytes("", new byte[] {(byte) 0xC2, (byte) 0xA0}, 20 * MB), "w".getBytes(ISO_8859_1))));
        add(pages, "combining marks", () -> bytes("<p>a", new byte[] {(byte) 0xCC, (byte) 0x81}, 10 * MB));
        for (String charset : List.of("UTF-16", "x-none", "ISO-2022-JP", "../../x")) {
            pages.add(new HostilePage(
                    "UTF-8 served as “" + charset + "”", charset, () -> repeated("<p>", "Größe ", MB, "")));
        }
        pages.add(new HostilePage(
                "UTF-16 served as UTF-8",
                "UTF-8",
                () -> "<p>We share it. ".repeat(200_000).getBytes(UTF_16)));
        add(pages, "a charset that is none", () -> repeated("<meta charset=\"bogus\"><p>", "Größe ", MB, ""));
        add(pages, "a charset of a megabyte", () -> repeated("<meta charset=\"", "x", MB, "\"><p>word"));
        add(pages, "nothing", () -> new byte[0]);
        add(pages, "one sign", () -> "<".getBytes(ISO_8859_1));
    }

    private static void add(List<HostilePage> pages, String name, Supplier<byte[]> bytes) {
        pages.add(new HostilePage(name, null, bytes));
    }

    private static byte[] repeated(String before, String part, int times, String after) {
        return join(bytes(before, part.getBytes(ISO_8859_1), times), after.getBytes(ISO_8859_1));
    }

    private static byte[] numbered(String before, String part, int times, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(times * 12);
        out.writeBytes(before.getBytes(ISO_8859_1));
        for (int i = 0; i < times; i++) {
            out.writeBytes(part.formatted(i).getBytes(ISO_8859_1));
        }
        out.writeBytes(after.getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] bytes(String before, byte[] part, int times) {
        byte[] head = before.getBytes(ISO_8859_1);
        byte[] result = new byte[head.length + part.length * times];
        System.arraycopy(head, 0, result, 0, head.length);
        for (int at = head.length; at < result.length; at += part.length) {
            System.arraycopy(part, 0, result, at, part.length);
        }
        return result;
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] result = new byte[one.length + other.length];
        System.arraycopy(one, 0, result, 0, one.length);
        System.arraycopy(other, 0, result, one.length, other.length);
        return result;
    }
}
