package io.conductatlas.documents.tables;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One entry of a table or list.
 *
 * @param cells at least one; an empty one stands where the table has none
 * @param start where the entry begins in {@link io.conductatlas.documents.AgreementText#text()}
 * @param end just after its last character
 */
public record Row(List<Cell> cells, int start, int end) {
    public Row {
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a row has at least one cell");
        }
        cells = List.copyOf(cells);
    }

    /** What the entry is known by in its table: its first cell that is more than a number, without marks and case. */
    public String key() {
        return cells.stream()
                .map(cell -> letters(cell.text()))
                .filter(letters -> letters.codePoints().anyMatch(Character::isLetter))
                .findFirst()
                .orElseGet(this::content);
    }

    /** The letters and digits of all cells: entries that are equal in them say the same. */
    String content() {
        return cells.stream().map(cell -> letters(cell.text())).collect(Collectors.joining("|"));
    }

    /** Besides letters and digits the signs that stand for yes and no. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || YesOrNo.isSign(c))
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
