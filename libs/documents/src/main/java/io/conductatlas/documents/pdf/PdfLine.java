package io.conductatlas.documents.pdf;

/**
 * A line of letters on a page.
 *
 * @param page from 0
 * @param x where it begins, in points from the page's left edge
 * @param y how far below the page's upper edge it stands, in points
 * @param width of its letters, in points
 * @param size of most of its letters, in points
 */
record PdfLine(int page, float pageHeight, float x, float y, float width, float size, boolean bold, String text) {}
