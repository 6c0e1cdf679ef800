package io.conductatlas.outbound;

/** What a request may do on its way. */
public enum Policy {
    /** Pages of platforms: http and https, up to five redirects, large bodies. */
    FETCH,
    /** Webhooks of subscribers: https only, never a redirect, only the first bytes of the answer. */
    WEBHOOK
}
