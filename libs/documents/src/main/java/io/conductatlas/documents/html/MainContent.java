package io.conductatlas.documents.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the agreement in a page about which nothing was declared.
 *
 * <p>An agreement is prose, and what stands around it is not: menus are links, dialogs say what they are, footers are names. The
 * page is weighed once, box by box, by the words of its sentences; what is chrome by its name, role or class, and holds no large
 * part of the prose, goes. Then the way leads from the page's landmark down to the box that holds most of the prose, and what
 * stands beside that way is kept only where it reads like a part of the agreement: its title, its date, further sections.
 */
final class MainContent {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font",
            "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
            "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "button");
    /** What is never read as text, wherever it stands. */
    private static final Set<String> WIDGETS = Set.of(
            "audio",
            "canvas",
            "embed",
            "iframe",
            "input",
            "noscript",
            "object",
            "option",
            "select",
            "svg",
            "textarea",
            "video",
            "datalist",
            "progress",
            "meter",
            "map");

    private static final Set<String> FLOW = Set.of(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "ul",
            "ol",
            "dl",
            "blockquote",
            "pre",
            "hr",
            "figure",
            "address",
            "table");
    private static final Set<String> CHROME_ELEMENTS = Set.of("nav", "footer", "menu", "form");
    private static final Set<String> CHROME_ROLES = Set.of(
            "navigation",
            "contentinfo",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar",
            "complementary");
    /** How the names of chrome begin, in classes and ids. */
    private static final List<String> CHROME_NAMES = List.of(
            "footer",
            "breadcrumb",
            "navbar",
            "navigation",
            "sidenav",
            "sidebar",
            "offcanvas",
            "newsletter",
            "skiplink",
            "skipto",
            "popup",
            "modal",
            "toast",
            "advert",
            "feedback",
            "helpful",
            "rating",
            "reaction",
            "pagination",
            "pager",
            "onetrust",
            "usercentrics",
            "didomi",
            "truste",
            "cookiebot",
            "cookieconsent",
            "cookiebanner",
            "gdpr",
            "sharing",
            "related",
            "social",
            "languageswitcher",
            "languageselector",
            "localeswitcher",
            "localeselector",
            "megamenu",
            "topbar");

    private static final List<String> BANNER_NAMES = List.of(
            "banner", "consent", "bar", "popup", "modal", "overlay", "dialog", "prompt", "message", "notification");

    /** Chrome that holds as much of all prose as this is no chrome. */
    private static final double LARGE_PART = 0.3;

    /** A name is a weaker sign than an element or a role. */
    private static final double LARGE_PART_OF_NAMED = 0.15;

    /** The share of a box's prose that makes one inside it the way to go. */
    private static final double MOST = 0.8;

    /** The share of all prose that makes one landmark among several the agreement's. */
    private static final double LANDMARK = 0.7;

    /** The same where the page has only this one. */
    private static final double SOLE_LANDMARK = 0.3;

    /** As few words of prose are enough for an error page, which is to be seen as such. */
    private static final int LEAST_PROSE = 8;

    /** The parts that are the agreement, in order; what is chrome in them has been taken out of the page. */
    List<Node> in(Document page) {
        Weighing weighing = new Weighing();
        page.body().traverse(weighing);
        HtmlExtractor.removeAll(weighing.widgets);
        Box body = weighing.root;
        if (body == null) {
            return List.of(page.body());
        }
        List<Element> chrome = new ArrayList<>();
        Box main = weighing.soleMain();
        body.judge(body.prose, main, chrome);
        body.weighAgain();
        HtmlExtractor.removeAll(chrome);

        return new Way(start(body, main, weighing.landmarks)).follow(weighing.titles);
    }

    private static Box start(Box body, @Nullable Box main, List<Box> landmarks) {
        if (main != null && !main.isGone() && main.prose >= SOLE_LANDMARK * body.prose) {
            return main;
        }
        double least = landmarks.size() == 1 ? SOLE_LANDMARK : LANDMARK;
        Box start = body;
        for (Box landmark : landmarks) {
            if (!landmark.isGone()
                    && landmark.prose >= least * body.prose
                    && (start == body || landmark.prose > start.prose)) {
                start = landmark;
            }
        }
        return start;
    }

    // ---- weighing

    /** A part of the page that begins a line of its own, with the words inside. */
    private static final class Box {
        final Element element;
        final @Nullable Box parent;
        final List<Box> children = new ArrayList<>();
        final boolean inTable;
        int ownWords;
        int ownLinked;
        int ownToc;
        boolean endsSentence;
        boolean year;

        int words;
        int linked;
        int toc;
        int prose;
        boolean titled;
        boolean gone;
        boolean hasYear;

        Box(Element element, @Nullable Box parent) {
            this.element = element;
            this.parent = parent;
            String name = element.normalName();
            this.inTable = name.equals("td") || name.equals("th");
        }

        boolean is(String name) {
            return element.normalName().equals(name);
        }

        boolean isHeading() {
            String name = element.normalName();
            return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
        }

        boolean isGone() {
            for (Box box = this; box != null; box = box.parent) {
                if (box.gone) {
                    return true;
                }
            }
            return false;
        }

        /** The words of its own sentences, without those of the boxes inside. */
        int ownProse() {
            int plain = ownWords - ownLinked;
            if (isHeading()) {
                return 0;
            }
            return inTable || plain >= 6 || (plain >= 3 && endsSentence) ? plain : 0;
        }

        void sum() {
            words += ownWords;
            linked += ownLinked;
            toc += ownToc;
            prose += ownProse();
            hasYear |= year;
            if (parent != null) {
                parent.words += words;
                parent.linked += linked;
                parent.toc += toc;
                parent.prose += prose;
                parent.titled |= titled;
                parent.hasYear |= hasYear;
            }
        }

        void judge(int all, @Nullable Box main, List<Element> chrome) {
            for (Box child : children) {
                boolean outside = main != null && !child.contains(main);
                double part = child.signOfChrome(outside);
                if (part > 0 && child.prose <= part * all && all - child.prose >= Math.min(LEAST_PROSE, all)) {
                    child.gone = true;
                    chrome.add(child.element);
                } else {
                    child.judge(all, child == main ? null : main, chrome);
                }
            }
        }

        boolean contains(Box other) {
            for (Box up = other; up != null; up = up.parent) {
                if (up == this) {
                    return true;
                }
            }
            return false;
        }

        /**
         * The largest share of all prose with which this would be chrome; 0 where nothing says that it is.
         *
         * @param outside whether the page's main part lies elsewhere
         */
        private double signOfChrome(boolean outside) {
            String name = element.normalName();
            String role = element.attr("role");
            if (name.equals("dialog")
                    || role.equals("dialog")
                    || role.equals("alertdialog")
                    || element.attr("aria-modal").equals("true")) {
                return 1;
            }
            if (CHROME_ELEMENTS.contains(name) || CHROME_ROLES.contains(role)) {
                return outside ? 1 : LARGE_PART;
            }
            if ((name.equals("header") || role.equals("banner")) && !titled) {
                return LARGE_PART;
            }
            if (name.equals("aside") && (prose < 8 || density() > 0.3)) {
                return LARGE_PART;
            }
            if (isHeading() || titled || name.equals("body") || name.equals("main")) {
                return 0;
            }
            return Names.areOfChrome(element.id()) || Names.areOfChrome(element.className()) ? LARGE_PART_OF_NAMED : 0;
        }

        void weighAgain() {
            words = ownWords;
            linked = ownLinked;
            toc = ownToc;
            prose = ownProse();
            for (Box child : children) {
                if (!child.gone) {
                    child.weighAgain();
                    words += child.words;
                    linked += child.linked;
                    toc += child.toc;
                    prose += child.prose;
                }
            }
        }

        double density() {
            return words == 0 ? 0 : (double) linked / words;
        }
    }

    /** Reads the page once, and notes what is to be taken out of it. */
    private static final class Weighing implements NodeVisitor {
        private final List<Element> widgets = new ArrayList<>();
        private final List<Box> landmarks = new ArrayList<>();
        private final List<Box> titles = new ArrayList<>();

        @Nullable
        private Box root;

        @Nullable
        private Box box;

        @Nullable
        private Element skipped;

        @Nullable
        private Element link;

        private boolean inPage;

        @Override
        public void head(Node node, int depth) {
            if (skipped != null) {
                return;
            }
            if (node instanceof TextNode text) {
                if (box != null) {
                    read(box, text.getWholeText());
                }
                return;
            }
            if (!(node instanceof Element element)) {
                return;
            }
            String name = element.normalName();
            if (WIDGETS.contains(name)
                    || (name.equals("button") && !isTitle(element))
                    || (name.equals("span") && Names.areOfHidden(element.className()))) {
                skipped = element;
                widgets.add(element);
                return;
            }
            if (name.equals("a") && link == null) {
                link = element;
                String href = element.attr("href");
                inPage = href.isEmpty() || href.charAt(0) == '#';
            }
            if (!INLINE.contains(name)) {
                open(element, name);
            }
        }

        /** The page's main part, where it has exactly one. */
        @Nullable
        Box soleMain() {
            Box main = null;
            for (Box landmark : landmarks) {
                if (landmark.is("main") || landmark.element.attr("role").equals("main")) {
                    if (main != null) {
                        return null;
                    }
                    main = landmark;
                }
            }
            return main != null && main.prose >= LEAST_PROSE ? main : null;
        }

        private void open(Element element, String name) {
            Box opened = new Box(element, box);
            if (box == null) {
                root = opened;
            } else {
                box.children.add(opened);
            }
            box = opened;
            if (name.equals("main")
                    || name.equals("article")
                    || element.attr("role").equals("main")) {
                landmarks.add(opened);
            }
        }

        /** A button that opens a part of the text is the part's title. */
        private static boolean isTitle(Element button) {
            if (button.hasAttr("aria-controls") && button.hasAttr("aria-expanded")) {
                return true;
            }
            Element up = button;
            for (int i = 0; i < 4 && up != null; i++, up = up.parent()) {
                if (isHeading(up)) {
                    return true;
                }
            }
            Element down = button.firstElementChild();
            for (int i = 0; i < 4 && down != null; i++, down = down.firstElementChild()) {
                if (isHeading(down)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isHeading(Element element) {
            String name = element.normalName();
            return (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1)))
                    || element.attr("role").equals("heading");
        }

        @Override
        public void tail(Node node, int depth) {
            if (skipped != null) {
                if (node == skipped) {
                    skipped = null;
                }
                return;
            }
            if (node == link) {
                link = null;
            }
            Box closed = box;
            if (closed != null && node == closed.element) {
                if (closed.is("h1") && closed.ownWords > 0 && closed.ownLinked < closed.ownWords) {
                    closed.titled = true;
                    titles.add(closed);
                }
                closed.sum();
                box = closed.parent;
            }
        }

        private void read(Box into, String text) {
            int words = 0;
            int ideographs = 0;
            int digits = 0;
            boolean inside = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isLetterOrDigit(c)) {
                    if (c >= '\u2e80') {
                        ideographs++;
                    } else if (!inside) {
                        words++;
                    }
                    inside = true;
                    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
                    into.year |= digits == 4;
                } else {
                    inside = false;
                    digits = 0;
                    if (c == '.' || c == '?' || c == '!' || c == ';' || c == ':' || c == '。') {
                        into.endsSentence = true;
                    }
                }
            }
            words += ideographs / 2;
            into.ownWords += words;
            if (link != null) {
                if (inPage) {
                    into.ownToc += words;
                } else {
                    into.ownLinked += words;
                }
            }
        }
    }

    // ---- the way to the agreement

    private static final class Way {
        private Box at;
        private final List<Element> before = new ArrayList<>();
        private final List<Element> after = new ArrayList<>();
        private boolean inLandmark;

        Way(Box start) {
            this.at = start;
        }

        List<Node> follow(List<Box> titles) {
            Box next = at;
            while (next != null) {
                at = next;
                String name = at.element.normalName();
                inLandmark |= name.equals("main")
                        || name.equals("article")
                        || at.element.attr("role").equals("main");
                next = next();
                if (next != null) {
                    keepBeside(next);
                }
            }
            List<Node> parts = new ArrayList<>();
            addTitle(titles, parts);
            parts.addAll(before);
            parts.add(at.element);
            parts.addAll(after);
            return parts;
        }

        /** The box inside that holds most of the prose; null where this one is the agreement itself. */
        private @Nullable Box next() {
            Box best = null;
            for (Box child : at.children) {
                if (!child.gone && (best == null || child.prose > best.prose)) {
                    best = child;
                }
            }
            if (best == null || best.prose == 0 || best.prose < MOST * at.prose || at.ownProse() > 0) {
                return null;
            }
            boolean flow = FLOW.contains(best.element.normalName()) || best.inTable;
            boolean layout = (best.is("table") || best.inTable) && best.children.size() <= 3;
            return flow && !layout ? null : best;
        }

        private void keepBeside(Box way) {
            boolean passed = false;
            int place = 0;
            for (Box child : at.children) {
                if (child == way) {
                    passed = true;
                } else if (!child.gone && child.words > 0 && belongs(child, way, passed)) {
                    if (passed) {
                        after.add(place++, child.element);
                    } else {
                        before.add(child.element);
                    }
                }
            }
        }

        private boolean belongs(Box beside, Box way, boolean after) {
            boolean links = beside.density() > 0.5 || beside.toc * 2 > beside.words;
            if (FLOW.contains(beside.element.normalName())) {
                return !links || beside.isHeading();
            }
            if (links) {
                return false;
            }
            boolean like = beside.is(way.element.normalName())
                    && !way.element.className().isEmpty()
                    && beside.element.className().equals(way.element.className());
            if (beside.prose * 10 >= way.prose && beside.prose >= 12) {
                return true;
            }
            if (after) {
                return (inLandmark || like) && beside.prose >= 12 && beside.density() < 0.3;
            }
            return (beside.titled && beside.words <= 150)
                    || (beside.hasYear && beside.words <= 30)
                    || ((inLandmark || like) && beside.prose >= 8);
        }

        /** A title may stand outside, in a band over the whole page. */
        private void addTitle(List<Box> titles, List<Node> parts) {
            if (at.titled || before.stream().anyMatch(element -> element.selectFirst("h1") != null)) {
                return;
            }
            for (Box title : titles) {
                if (!title.isGone() && !at.contains(title)) {
                    parts.add(title.element);
                    return;
                }
            }
        }
    }

    // ---- what classes and ids say

    private static final class Names {
        private Names() {}

        static boolean areOfChrome(String names) {
            if (names.isEmpty()) {
                return false;
            }
            boolean cookie = false;
            boolean banner = false;
            int start = 0;
            String lower = lower(names);
            for (int i = 0; i <= lower.length(); i++) {
                char c = i < lower.length() ? lower.charAt(i) : ' ';
                if (c < 'a' || c > 'z') {
                    cookie |= lower.startsWith("cookie", start);
                    for (String name : BANNER_NAMES) {
                        banner |= i - start == name.length() && lower.startsWith(name, start);
                    }
                    for (String name : CHROME_NAMES) {
                        if (lower.startsWith(name, start) && i - start <= name.length() + 8) {
                            return true;
                        }
                    }
                    start = i + 1;
                }
            }
            return cookie && banner;
        }

        static boolean areOfHidden(String names) {
            return names.contains("sr-only")
                    || names.contains("visually-hidden")
                    || names.contains("visuallyhidden")
                    || names.contains("screen-reader");
        }

        private static String lower(String names) {
            StringBuilder result = new StringBuilder(names.length());
            for (int i = 0; i < names.length(); i++) {
                char c = names.charAt(i);
                result.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            }
            return result.toString();
        }
    }
}
