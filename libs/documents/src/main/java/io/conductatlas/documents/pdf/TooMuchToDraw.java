package io.conductatlas.documents.pdf;

/** A PDF with more drawing steps or characters than an agreement has. Unchecked, since the reader of forms carries on after others. */
final class TooMuchToDraw extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchToDraw() {
        super("more drawing steps or characters than are ever read", null, false, false);
    }
}
