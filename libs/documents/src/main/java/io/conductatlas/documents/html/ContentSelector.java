package io.conductatlas.documents.html;

/** Names a part of a page: what is the agreement, or what is not. */
public sealed interface ContentSelector {

    /** Every element that a CSS selector matches. */
    record Css(String selector) implements ContentSelector {}

    /**
     * All that lies between two elements.
     *
     * @param start a CSS selector; its first match begins the range
     * @param startIncluded whether that element is inside
     * @param end a CSS selector; its first match ends the range
     * @param endIncluded whether that element is inside
     */
    record Range(String start, boolean startIncluded, String end, boolean endIncluded) implements ContentSelector {}
}
