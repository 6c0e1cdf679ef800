package io.conductatlas.documents.html;

import io.conductatlas.documents.AgreementText;

/** What came of looking for the agreement in a page. */
public sealed interface Extracted {

    record Text(AgreementText agreement) implements Extracted {}

    /**
     * There is no text.
     *
     * @param detail one line for people
     */
    record Nothing(Reason reason, String detail) implements Extracted {}

    /** Why there is no text; a permanent outcome for these bytes and this source. */
    enum Reason {
        /** A selector matches nothing in the page. */
        NO_MATCH,
        /** What matches has no words. */
        EMPTY,
        /** A selector or a filter cannot be read. */
        INVALID_SELECTOR,
        /** The page is larger or deeper than is ever read. */
        TOO_LARGE,
        /** The bytes cannot be read as what they claim to be. */
        UNREADABLE
    }
}
