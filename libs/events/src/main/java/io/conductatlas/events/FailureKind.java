package io.conductatlas.events;

/** Why a source could not be fetched. An open list: readers treat what they do not know as {@link #OTHER}. */
public enum FailureKind {
    DNS,
    CONNECT,
    TLS_EXPIRED,
    TLS_INVALID,
    TIMEOUT,
    RESET,
    FORBIDDEN,
    NOT_FOUND,
    GONE,
    TOO_MANY_REQUESTS,
    SERVER_ERROR,
    CLIENT_ERROR,
    TOO_MANY_REDIRECTS,
    EMPTY,
    TOO_LARGE,
    WRONG_TYPE,
    ROBOTS_DENIED,
    ROBOTS_UNREACHABLE,
    SSRF_BLOCKED,
    BROWSER_UNAVAILABLE,
    OTHER
}
