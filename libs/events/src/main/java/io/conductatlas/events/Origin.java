package io.conductatlas.events;

/** How a fact came to us. Subscribers are told about {@link #LIVE} facts only; age is never the test. */
public enum Origin {
    /** Seen by our own fetching as it happened. */
    LIVE,
    /** Taken over from an archive, with the times of that archive. */
    BACKFILL,
    /** Told again from what we had stored. */
    REPLAY
}
