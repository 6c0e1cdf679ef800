package io.conductatlas.documents.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * All that lies between two places of a page, as the DOM's Range has it: elements that the range cuts through are partly inside.
 * The places are marked by comments, which selectors never see, so that they stay where they are while other nodes go.
 */
final class DomRange {
    private final Comment start = new Comment("");
    private final Comment end = new Comment("");

    DomRange(Element first, boolean firstIncluded, Element last, boolean lastIncluded) {
        if (firstIncluded) {
            first.before(start);
        } else {
            first.after(start);
        }
        if (lastIncluded) {
            last.after(end);
        } else {
            last.before(end);
        }
    }

    /** Moves the ends of the range out of nodes that are about to go. */
    void surviveRemovalOf(Set<Node> nodes) {
        for (Comment mark : List.of(start, end)) {
            Node outermost = null;
            for (Node node = mark.parent(); node != null; node = node.parent()) {
                if (nodes.contains(node)) {
                    outermost = node;
                }
            }
            if (outermost != null) {
                outermost.before(mark);
            }
        }
    }

    /** Copies of the nodes inside, those cut through with their inner part only. */
    List<Node> copy() {
        Element ancestor = commonAncestor();
        Element fragment = new Element("div");
        if (ancestor != null) {
            new Walk(fragment).into(ancestor, fragment);
        }
        start.remove();
        end.remove();
        return new ArrayList<>(fragment.childNodes());
    }

    void delete() {
        Element ancestor = commonAncestor();
        if (ancestor != null) {
            Walk walk = new Walk(null);
            walk.into(ancestor, null);
            HtmlExtractor.removeAll(walk.inside);
        }
        start.remove();
        end.remove();
    }

    private @Nullable Element commonAncestor() {
        for (Node node = start.parent(); node != null; node = node.parent()) {
            if (node instanceof Element element && contains(element, end)) {
                return element;
            }
        }
        return null;
    }

    private static boolean contains(Node ancestor, Node node) {
        for (Node up = node; up != null; up = up.parent()) {
            if (up == ancestor) {
                return true;
            }
        }
        return false;
    }

    private final class Walk {
        private final boolean copying;
        private final List<Node> inside = new ArrayList<>();
        private boolean started;
        private boolean ended;

        Walk(@Nullable Element fragment) {
            this.copying = fragment != null;
        }

        void into(Node from, @Nullable Element to) {
            for (Node child : from.childNodes()) {
                if (ended) {
                    return;
                }
                if (child == start) {
                    started = true;
                } else if (child == end) {
                    ended = true;
                } else if (contains(child, start) || contains(child, end)) {
                    boolean partly = started || contains(child, start);
                    Element inner = null;
                    if (copying && partly && child instanceof Element element) {
                        inner = element.shallowClone();
                        if (to != null) {
                            to.appendChild(inner);
                        }
                    }
                    into(child, inner);
                } else if (started) {
                    inside.add(child);
                    if (to != null) {
                        to.appendChild(child.clone());
                    }
                }
            }
        }
    }
}
