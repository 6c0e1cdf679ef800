package io.conductatlas.gateway.readmodel;

/**
 * Exact words of a Version.
 *
 * @param start where they begin in the Version's plain text, in UTF-16 units
 * @param section the path of headings they stand under; may be empty
 */
public record QuoteView(int start, int end, String text, String section) {}
