package io.conductatlas.differ.document;

/** The document's text changed while a capture was compared with it: the comparison must be made again. */
public final class StaleStanding extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleStanding(Document document) {
        super("document " + document.id() + " changed in the meantime");
    }
}
