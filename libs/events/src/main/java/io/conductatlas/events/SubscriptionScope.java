package io.conductatlas.events;

/** What a subscription follows. */
public enum SubscriptionScope {
    /** Every document of a platform. */
    PLATFORM,
    /** One document. */
    DOCUMENT,
    /** One provision through its lineage. */
    PROVISION,
    /** A provision type, wherever it occurs, or on one platform. */
    PROVISION_TYPE
}
