package io.conductatlas.local.sandbox;

import static io.conductatlas.local.web.Html.escape;

import java.util.ArrayList;
import java.util.List;

/** Writes a page's state as the HTML a company's web site would serve: menu, banner, agreement, footer. */
final class PageWriter {
    private PageWriter() {}

    static String article(String site, PageState page) {
        return shell(site, page, "<main id=\"content\" class=\"legal\">\n" + body(page.text()) + "</main>");
    }

    static String scripted(String site, PageState page) {
        String text = page.text().replace("\\", "\\\\").replace("`", "\\`").replace("</", "<\\/");
        return shell(site, page, """
                <main id="content"><div id="app" data-loading="true"></div>
                <noscript>Please turn on JavaScript to read this page.</noscript></main>
                <script>
                const text = `%s`;
                const app = document.getElementById("app");
                for (const block of text.split(/\\n\\n+/)) {
                  const heading = block.match(/^(#+) /);
                  const element = document.createElement(heading ? "h" + heading[1].length : "p");
                  element.textContent = block.replace(/^#+ /, "");
                  app.append(element);
                }
                </script>""".formatted(text));
    }

    static String error(String site, PageState page) {
        return shell(site, page, """
                <main id="content"><h1>Something went wrong</h1>
                <p>We could not load this page right now. Please try again in a few minutes.</p>
                <p>If the problem persists, contact our support team and quote reference 5B-3310.</p></main>""");
    }

    private static String shell(String site, PageState page, String main) {
        StringBuilder menu = new StringBuilder();
        for (String entry : page.menu().split("\\|", -1)) {
            if (!entry.isBlank()) {
                menu.append("<li><a href=\"#%s\">%s</a></li>"
                        .formatted(
                                escape(entry.strip()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace(' ', '-')),
                                escape(entry.strip())));
            }
        }
        String notice = page.notice().isBlank()
                ? ""
                : "<div class=\"banner\" role=\"region\" aria-label=\"Announcement\"><p>%s</p></div>\n"
                        .formatted(escape(page.notice()));
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s | %s</title><style>body{font-family:Georgia,serif;max-width:46rem;margin:0 auto;padding:1rem}nav li{display:inline;margin-right:1rem}footer{margin-top:3rem;color:#666}</style></head>
                <body>
                <header><a href="#home">%s</a><nav><ul>%s</ul></nav></header>
                %s%s
                <footer><p>%s</p></footer>
                </body>
                </html>
                """.formatted(
                escape(title(page.text())), escape(site), escape(site), menu, notice, main, escape(page.footer()));
    }

    /** The first heading. */
    static String title(String text) {
        return text.lines()
                .filter(line -> line.startsWith("# "))
                .findFirst()
                .orElse("# Page")
                .substring(2);
    }

    /** Headings, paragraphs and lists; nothing else occurs in the sandbox's texts. */
    private static String body(String text) {
        StringBuilder html = new StringBuilder();
        for (String block : text.strip().split("\\n\\s*\\n", -1)) {
            String trimmed = block.strip();
            if (trimmed.startsWith("#")) {
                int level = trimmed.indexOf(' ');
                html.append("<h%d>%s</h%d>\n".formatted(level, escape(trimmed.substring(level + 1)), level));
            } else if (trimmed.startsWith("- ")) {
                html.append("<ul>\n");
                items(trimmed)
                        .forEach(
                                item -> html.append("<li>").append(escape(item)).append("</li>\n"));
                html.append("</ul>\n");
            } else if (!trimmed.isEmpty()) {
                html.append("<p>").append(escape(trimmed.replace('\n', ' '))).append("</p>\n");
            }
        }
        return html.toString();
    }

    private static List<String> items(String block) {
        List<String> items = new ArrayList<>();
        for (String line : block.split("\\n", -1)) {
            if (line.startsWith("- ")) {
                items.add(line.substring(2).strip());
            } else {
                items.set(items.size() - 1, items.get(items.size() - 1) + " " + line.strip());
            }
        }
        return items;
    }
}
