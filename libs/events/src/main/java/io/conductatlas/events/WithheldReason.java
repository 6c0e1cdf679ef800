package io.conductatlas.events;

/** Why a subscriber who follows something was not told about it, or not in that way. */
public enum WithheldReason {
    /** The plan has no same-day alerts; the change is in the digest. */
    PLAN_HAS_NO_SAME_DAY_ALERTS,
    /** The plan has no webhooks. */
    PLAN_HAS_NO_WEBHOOKS,
    /** The plan has no provision-level monitoring. */
    PLAN_HAS_NO_PROVISION_LEVEL,
    /** The platform is beyond the number the plan allows. */
    PLAN_PLATFORM_LIMIT,
    /** They took themselves off that list. */
    UNSUBSCRIBED,
    /** Their mail server refused us for good, or they complained. */
    SUPPRESSED,
    /** The change has no bearing on meaning. */
    NOT_ALERTING,
    /** The endpoint does not want this type of event. */
    FILTERED,
    /** The endpoint is disabled. */
    ENDPOINT_DISABLED
}
