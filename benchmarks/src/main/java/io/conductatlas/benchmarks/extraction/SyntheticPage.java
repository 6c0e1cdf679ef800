package io.conductatlas.benchmarks.extraction;

import java.util.Random;

/**
 * A page as platforms serve their agreements, with words of no meaning: a head full of scripts and styles, menus around, and in
 * the middle sections with paragraphs, links, lists and a table. The same size gives the same page.
 */
final class SyntheticPage {
    private static final String[] SYLLABLES = {
        "ba", "cor", "den", "el", "fir", "gan", "hol", "im", "jun", "kel", "lor", "mun", "nes", "or", "pel", "quin",
        "ras", "sol", "ten", "ul", "ver", "wim", "xan", "yor", "zel"
    };

    private final Random random = new Random(20_260_101L);
    private final StringBuilder page = new StringBuilder();

    private SyntheticPage() {}

    /** @param characters about how long the page is to be */
    static String ofSize(int characters) {
        return new SyntheticPage().write(characters);
    }

    private String write(int characters) {
        page.ensureCapacity(characters + 8_192);
        page.append("<!doctype html><html lang=en><head><meta charset=utf-8><title>Terms</title>");
        // half of a page of this kind is not text
        page.append("<style>");
        while (page.length() < characters / 5) {
            page.append('.')
                    .append(word())
                    .append("{margin:0 ")
                    .append(random.nextInt(40))
                    .append("px}");
        }
        page.append("</style><script>var state={");
        while (page.length() < characters / 3) {
            page.append('"').append(word()).append("\":\"<p>").append(word()).append("</p>\",");
        }
        page.append("}</script></head><body><header><nav class=menu><ul>");
        for (int i = 0; i < 30; i++) {
            page.append("<li><a href=\"/")
                    .append(word())
                    .append("\">")
                    .append(word())
                    .append("</a></li>");
        }
        page.append("</ul></nav></header><main class=\"content\"><h1>")
                .append(words(3))
                .append("</h1>");
        for (int section = 1; page.length() < characters - 1_500; section++) {
            section(section);
        }
        page.append("</main><footer><ul>");
        for (int i = 0; i < 20; i++) {
            page.append("<li><a href=\"/")
                    .append(word())
                    .append("\">")
                    .append(words(2))
                    .append("</a></li>");
        }
        return page.append("</ul></footer></body></html>").toString();
    }

    private void section(int number) {
        page.append("<section id=s")
                .append(number)
                .append(" class=\"block block--legal\"><h2>")
                .append(number);
        page.append(". ").append(words(4)).append("</h2>");
        for (int i = 0; i < 3; i++) {
            page.append("<p class=\"text text--body\">")
                    .append(sentence())
                    .append(" <strong>")
                    .append(words(2));
            page.append("</strong> ")
                    .append(sentence())
                    .append(" <a href=\"../")
                    .append(word())
                    .append("?x=1\">");
            page.append(words(3)).append("</a>, ").append(sentence()).append("</p>\n");
        }
        page.append("<ul>");
        for (int i = 0; i < 5; i++) {
            page.append("<li><span>").append(sentence()).append("</span></li>\n");
        }
        page.append("</ul>");
        if (number % 5 == 0) {
            page.append("<table><thead><tr><th>")
                    .append(words(1))
                    .append("<th>")
                    .append(words(2));
            page.append("</tr></thead><tbody>");
            for (int i = 0; i < 6; i++) {
                page.append("<tr><td>")
                        .append(words(3))
                        .append("</td><td>")
                        .append(sentence())
                        .append("</td></tr>");
            }
            page.append("</tbody></table>");
        }
        page.append("</section>");
    }

    private String sentence() {
        return words(8 + random.nextInt(18)) + ".";
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder(count * 8);
        for (int i = 0; i < count; i++) {
            String word = word();
            if (i == 0) {
                words.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            } else {
                words.append(' ').append(word);
            }
        }
        return words.toString();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 1 + random.nextInt(4);
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }
}
