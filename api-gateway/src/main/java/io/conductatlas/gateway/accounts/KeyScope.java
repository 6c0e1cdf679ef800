package io.conductatlas.gateway.accounts;

/** What a key is good for. */
public enum KeyScope {
    /** One subscriber's own things, and reading what is public. */
    SUBSCRIBER,
    /** Declaring platforms, sources and subscribers, and seeing how the pipeline fares. */
    STAFF
}
