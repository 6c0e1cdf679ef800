package io.conductatlas.documents.gate;

/** Whether a captured text is the agreement. */
public sealed interface Verdict {

    /** It is, as far as can be told. */
    record Accepted() implements Verdict {}

    /**
     * It is not, or may not be.
     *
     * @param detail one line for people
     */
    record Refused(Reason reason, String detail) implements Verdict {}

    /** Why a text is not the agreement. */
    enum Reason {
        EMPTY,
        ERROR_PAGE,
        LOGIN,
        CONSENT,
        BOT_CHALLENGE,
        STYLE_OR_SCRIPT,
        WRONG_LANGUAGE,
        COLLAPSE,
        EXPLOSION,
        WRONG_DOCUMENT;

        /** Whether staff, or time, may show that the text is the agreement after all. */
        public boolean mayPersist() {
            return this == COLLAPSE || this == EXPLOSION || this == WRONG_LANGUAGE || this == WRONG_DOCUMENT;
        }
    }
}
