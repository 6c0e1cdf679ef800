package io.conductatlas.documents.anchoring;

import io.conductatlas.documents.AgreementText;

/** A quote and its place in the version it was taken from. */
public record Anchor(TextQuoteSelector quote, TextPositionSelector position) {
    private static final int CONTEXT = 64;

    /**
     * The anchor of a stretch of a text.
     *
     * @throws IndexOutOfBoundsException if the stretch is not inside the text
     */
    public static Anchor of(AgreementText agreement, int start, int end) {
        String text = agreement.text();
        return new Anchor(
                new TextQuoteSelector(
                        text.substring(start, end),
                        text.substring(Math.max(0, start - CONTEXT), start),
                        text.substring(end, Math.min(text.length(), end + CONTEXT))),
                new TextPositionSelector(start, end));
    }
}
