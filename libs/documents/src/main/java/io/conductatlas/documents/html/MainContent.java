package io.conductatlas.documents.html;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Finds the agreement in a page about which nothing was declared. */
final class MainContent {
    private static final String CHROME = "nav, header, footer, aside, form, dialog, [role=navigation], [role=banner],"
            + " [role=contentinfo], [role=dialog], [role=search], noscript, iframe, svg, button, select";

    /** The element that holds most of the words, without menus, headers and footers; the page's own structure goes first. */
    List<Node> in(Document page) {
        Element body = page.body();
        body.select(CHROME).stream()
                .filter(element -> element.text().length() < body.text().length() / 2)
                .forEach(Node::remove);
        int all = body.text().length();
        for (String landmark : List.of("main", "[role=main]", "article", "#content", ".content")) {
            Element best = null;
            for (Element candidate : page.select(landmark)) {
                if (best == null || candidate.text().length() > best.text().length()) {
                    best = candidate;
                }
            }
            if (best != null && best.text().length() * 2 > all) {
                return List.of(best);
            }
        }
        return List.of(body);
    }
}
