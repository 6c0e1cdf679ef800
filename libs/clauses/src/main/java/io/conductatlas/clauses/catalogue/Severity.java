package io.conductatlas.clauses.catalogue;

/** How much a provision or a change weighs on the people bound by it. */
public enum Severity {
    /** Standard, minimal impact. */
    LOW,
    /** Worth knowing; partial protection or limited scope. */
    MEDIUM,
    /** Significantly limits rights, authorises broad collection or sharing, or creates material exposure. */
    HIGH;

    /** The lower of two. */
    public Severity atMost(Severity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The higher of two. */
    public Severity atLeast(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
