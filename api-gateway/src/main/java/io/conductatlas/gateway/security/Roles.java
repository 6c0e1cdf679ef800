package io.conductatlas.gateway.security;

/** What a caller may be. */
public final class Roles {

    /** Has a key of a subscriber. */
    public static final String SUBSCRIBER = "subscriber";

    /** Has a key with the staff scope, or is signed in as staff. */
    public static final String STAFF = "staff";

    /** One of our staff who may act on sources, dead letters and the like. */
    public static final String OPERATOR = "operator";

    /** One of our staff who may decide about what the pipeline found. */
    public static final String REVIEWER = "reviewer";

    private Roles() {}
}
