package io.conductatlas.events;

/** What came of one try. */
public enum AttemptOutcome {
    /** The other side has taken it. */
    DELIVERED,
    /** Not yet; it is tried again. */
    RETRYING,
    /** Given up. */
    FAILED,
    /** It may or may not have arrived; tried again under the same id. */
    AMBIGUOUS
}
