package io.conductatlas.local.sandbox;

/**
 * One page on one day.
 *
 * @param text the agreement, in a small part of Markdown
 * @param menu the entries of the site's menu, separated by bars
 * @param notice a line above the agreement that is not part of it; may be empty
 * @param footer the last line of the page
 */
record PageState(PageKind kind, String text, String menu, String notice, String footer) {
    static final PageState EMPTY = new PageState(PageKind.GONE, "", "", "", "");
}
