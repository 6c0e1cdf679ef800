package io.conductatlas.documents.html;

import io.conductatlas.documents.html.Extracted.Nothing;
import io.conductatlas.documents.html.Extracted.Reason;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the agreement in a page.
 *
 * <p>The order of steps is the community archive's: links made absolute, scripts and styles out, changing mail protection made
 * constant, what is not the agreement out, what is the agreement joined in the selectors' order, written as Markdown.
 */
public final class HtmlExtractor {
    /** Beyond this a page is no agreement; the largest ones known have a tenth of it. */
    public static final int MAX_BYTES = 64 << 20;

    /** A page with more tags takes seconds to parse; the longest agreements known have a sixtieth of them. */
    private static final int MOST_TAGS = 300_000;

    /** A tag may hold an image as text; one that is longer has attributes without end. */
    private static final int LONGEST_TAG = 12 << 20;

    private static final int MANY = 64;

    private static final String PROTECTED_ADDRESS = "[email\u00a0protected]";

    private final MainContent mainContent = new MainContent();
    private final MarkdownReader reader = new MarkdownReader();

    /**
     * The agreement in a page.
     *
     * @param charset as the server named it, or null: then the page says it itself, else it is UTF-8
     * @param base the page's own address
     */
    public Extracted extract(byte[] html, @Nullable String charset, URI base, Extraction declaration) {
        if (html.length > MAX_BYTES) {
            return new Nothing(Reason.TOO_LARGE, html.length + " bytes");
        }
        Nothing tooMuch = tooMuchMarkup(html);
        if (tooMuch != null) {
            return tooMuch;
        }
        Effort effort = new Effort();
        return read(
                () -> Jsoup.parse(
                        effort.of(new ByteArrayInputStream(html)),
                        known(charset),
                        base.toString(),
                        Parser.htmlParser()),
                base,
                declaration,
                effort);
    }

    /** The agreement in a page whose characters are known. */
    public Extracted extract(String html, URI base, Extraction declaration) {
        if (html.length() > MAX_BYTES) {
            return new Nothing(Reason.TOO_LARGE, html.length() + " characters");
        }
        Nothing tooMuch = tooMuchMarkup(html.getBytes(StandardCharsets.UTF_8));
        if (tooMuch != null) {
            return tooMuch;
        }
        Effort effort = new Effort();
        return read(
                () -> Parser.htmlParser().parseInput(effort.of(new StringReader(html)), base.toString()),
                base,
                declaration,
                effort);
    }

    private interface Page {
        Document parsed() throws IOException;
    }

    private Extracted read(Page page, URI location, Extraction declaration, Effort effort) {
        Document parsed;
        try {
            parsed = page.parsed();
        } catch (TooMuchMarkup e) {
            return tooMuchMarkup(e);
        } catch (IOException | RuntimeException e) {
            // the parser is known to trip over its own lists where tags are opened and closed at random
            return new Nothing(
                    Reason.UNREADABLE,
                    "the page cannot be parsed: " + e.getClass().getSimpleName());
        }
        try {
            return extract(parsed, location, declaration, effort);
        } catch (NoMatch e) {
            return new Nothing(Reason.NO_MATCH, e.detail);
        } catch (TooMuchMarkup e) {
            return tooMuchMarkup(e);
        } catch (SelectorParseException | IllegalArgumentException e) {
            return new Nothing(Reason.INVALID_SELECTOR, String.valueOf(e.getMessage()));
        }
    }

    private static Nothing tooMuchMarkup(TooMuchMarkup e) {
        return new Nothing(Reason.TOO_LARGE, String.valueOf(e.getMessage()));
    }

    private static @Nullable Nothing tooMuchMarkup(byte[] html) {
        if (html.length > LONGEST_TAG && hasEndlessTag(html)) {
            return new Nothing(Reason.TOO_LARGE, "a tag of more than " + LONGEST_TAG + " bytes");
        }
        if (html.length <= MOST_TAGS) {
            return null;
        }
        int tags = 0;
        for (byte c : html) {
            tags += c == '<' ? 1 : 0;
        }
        return tags > MOST_TAGS ? new Nothing(Reason.TOO_LARGE, tags + " tags") : null;
    }

    private static boolean hasEndlessTag(byte[] html) {
        int open = -1;
        for (int i = 0; i < html.length; i++) {
            byte c = html[i];
            if (c == '<') {
                open = open < 0 ? i : open;
            } else if (c == '>') {
                if (open >= 0 && i - open > LONGEST_TAG) {
                    return true;
                }
                open = -1;
            }
        }
        return open >= 0 && html.length - open > LONGEST_TAG;
    }

    private static @Nullable String known(@Nullable String charset) {
        try {
            return charset != null && java.nio.charset.Charset.isSupported(charset) ? charset : null;
        } catch (java.nio.charset.IllegalCharsetNameException e) {
            return null;
        }
    }

    private Extracted extract(Document page, URI location, Extraction declaration, Effort effort) {
        UnaryOperator<String> links = absoluteLinks(page, location);
        declaration.filters().forEach(filter -> filter.apply(page, links, effort));
        prepare(page, links, mentionsLinks(declaration));
        remove(page, declaration.remove(), effort);
        List<Node> selected =
                declaration.select().isEmpty() ? mainContent.in(page) : select(page, declaration.select(), effort);
        if (selected.stream().noneMatch(Element.class::isInstance)) {
            return new Nothing(Reason.NO_MATCH, "no selector has a match in the page");
        }
        String markdown = MarkdownWriter.write(selected, links, effort);
        if (markdown.isEmpty()) {
            return new Nothing(Reason.EMPTY, "what the selectors match has no content");
        }
        return new Extracted.Text(reader.read(markdown));
    }

    // ---- preparing the page

    private static UnaryOperator<String> absoluteLinks(Document page, URI location) {
        WebAddress own = WebAddress.parse(location.toString(), null);
        // the parser has noted whether the page names a base; most do not, and need not be searched for it
        Element declared = page.baseUri().equals(location.toString()) ? null : page.selectFirst("base[href]");
        WebAddress parsed = declared == null ? null : WebAddress.parse(declared.attr("href"), own);
        WebAddress base = parsed == null ? own : parsed;
        return href -> {
            WebAddress address = WebAddress.parse(href, base);
            return address == null ? href : address.toString();
        };
    }

    private static boolean mentionsLinks(Extraction declaration) {
        return mentionsLinks(declaration.select()) || mentionsLinks(declaration.remove());
    }

    private static boolean mentionsLinks(List<ContentSelector> selectors) {
        return selectors.toString().contains("href");
    }

    /** Takes out what is never text, and makes links absolute now where a selector may look at them. */
    private static void prepare(Document page, UnaryOperator<String> links, boolean absolutise) {
        List<Element> unwanted = new ArrayList<>();
        page.traverse((node, depth) -> {
            if (!(node instanceof Element element)) {
                return;
            }
            switch (element.normalName()) {
                case "script", "style" -> unwanted.add(element);
                case "template" -> element.empty();
                case "a" -> {
                    String href = element.attr("href");
                    if (href.isEmpty()) {
                        return;
                    }
                    if (absolutise && href.charAt(0) != '#') {
                        element.attr("href", links.apply(href));
                    }
                    if (href.contains("/email-protection")) {
                        int hash = href.indexOf('#');
                        element.clearAttributes();
                        element.attr("href", hash < 0 ? href : href.substring(0, hash));
                        element.empty();
                        element.appendChild(new TextNode(PROTECTED_ADDRESS));
                    }
                }
                default -> {}
            }
        });
        removeAll(unwanted);
    }

    /** Takes nodes out of the page. One at a time moves all that follow it, so a parent that loses many is filled anew. */
    static void removeAll(Collection<? extends Node> nodes) {
        IdentityHashMap<Element, Set<Node>> byParent = new IdentityHashMap<>();
        for (Node node : nodes) {
            if (node.parentNode() instanceof Element parent) {
                byParent.computeIfAbsent(parent, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .add(node);
            }
        }
        byParent.forEach((parent, gone) -> {
            if (gone.size() < MANY) {
                gone.forEach(Node::remove);
                return;
            }
            List<Node> kept = new ArrayList<>();
            for (Node child : parent.childNodes()) {
                if (!gone.contains(child)) {
                    kept.add(child);
                }
            }
            parent.empty();
            kept.forEach(parent::appendChild);
        });
    }

    // ---- taking out and choosing

    private static void remove(Document page, List<ContentSelector> selectors, Effort effort) {
        Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Element> inOrder = new ArrayList<>();
        List<DomRange> ranges = new ArrayList<>();
        for (ContentSelector selector : selectors) {
            if (selector instanceof ContentSelector.Css css) {
                for (Element element : matches(page, css.selector(), effort).toList()) {
                    if (nodes.add(element)) {
                        inOrder.add(element);
                    }
                }
            } else if (selector instanceof ContentSelector.Range range) {
                ranges.add(range(page, range, effort));
            }
        }
        ranges.forEach(range -> range.surviveRemovalOf(nodes));
        removeAll(inOrder);
        ranges.forEach(DomRange::delete);
    }

    private static List<Node> select(Document page, List<ContentSelector> selectors, Effort effort) {
        List<Node> selected = new ArrayList<>();
        for (ContentSelector selector : selectors) {
            if (selector instanceof ContentSelector.Css css) {
                matches(page, css.selector(), effort).forEach(selected::add);
            } else if (selector instanceof ContentSelector.Range range) {
                selected.addAll(range(page, range, effort).copy());
            }
        }
        return selected;
    }

    /** The elements that a CSS selector matches, in the page's order. */
    private static Stream<Element> matches(Document page, String selector, Effort effort) {
        Evaluator evaluator = QueryParser.parse(selector);
        return page.stream().filter(effort.of(element -> evaluator.matches(page, element)));
    }

    private static DomRange range(Document page, ContentSelector.Range range, Effort effort) {
        return new DomRange(
                first(page, range.start(), "start", effort),
                range.startIncluded(),
                first(page, range.end(), "end", effort),
                range.endIncluded());
    }

    private static Element first(Document page, String selector, String side, Effort effort) {
        return matches(page, selector, effort)
                .findFirst()
                .orElseThrow(
                        () -> new NoMatch("the " + side + " of a range, " + selector + ", has no match in the page"));
    }

    private static final class NoMatch extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String detail;

        NoMatch(String detail) {
            super(detail, null, false, false);
            this.detail = detail;
        }
    }
}
