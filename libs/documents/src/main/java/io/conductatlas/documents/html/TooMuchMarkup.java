package io.conductatlas.documents.html;

/** A page whose Markdown would be many times as long as the page itself. */
final class TooMuchMarkup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchMarkup() {
        super("the markup is nested or repeated beyond what is read", null, false, false);
    }
}
