package io.conductatlas.documents.pdf;

import java.io.IOException;

/** A PDF with more drawing steps or characters than an agreement has. */
final class TooMuchToDraw extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuchToDraw() {
        super("more drawing steps or characters than are ever read");
    }
}
