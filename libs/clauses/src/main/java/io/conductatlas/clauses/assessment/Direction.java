package io.conductatlas.clauses.assessment;

/** Which way a change goes for the people affected. */
public enum Direction {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
