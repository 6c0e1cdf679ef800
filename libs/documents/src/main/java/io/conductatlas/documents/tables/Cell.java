package io.conductatlas.documents.tables;

/**
 * One cell of a row.
 *
 * @param text its words without markup
 * @param start where they begin in {@link io.conductatlas.documents.AgreementText#text()}
 * @param end just after the last of them; equal to {@code start} for an empty cell
 */
public record Cell(String text, int start, int end) {
    public Cell {
        if (start < 0 || end - start != text.length()) {
            throw new IllegalArgumentException("%d to %d is not where “%s” stands".formatted(start, end, text));
        }
    }
}
