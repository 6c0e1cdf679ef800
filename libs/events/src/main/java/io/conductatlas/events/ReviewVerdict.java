package io.conductatlas.events;

/** What a review says of the thing reviewed. */
public enum ReviewVerdict {
    ACCEPTED,
    CORRECTED,
    REJECTED
}
