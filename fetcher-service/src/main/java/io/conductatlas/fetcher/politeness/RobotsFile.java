package io.conductatlas.fetcher.politeness;

import java.time.Instant;
import java.util.Optional;

/**
 * What a host's robots.txt said, as we keep it.
 *
 * @param expiresAt until when it is believed
 * @param verdict whether there are rules, none, or no way to know
 * @param body the rules; empty without
 * @param good the last rules we got, and until when they may stand in for rules we cannot get
 */
record RobotsFile(Instant expiresAt, Verdict verdict, byte[] body, Optional<Good> good) {

    /** Rules that were had once. */
    record Good(Instant until, byte[] body) {}

    /** What to make of an answer to a request for robots.txt. */
    enum Verdict {
        /** There are rules. */
        RULES,
        /** There are none: everything may be fetched. */
        NONE,
        /** They cannot be had: nothing may be fetched. */
        UNKNOWN
    }
}
