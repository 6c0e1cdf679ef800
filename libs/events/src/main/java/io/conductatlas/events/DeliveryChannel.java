package io.conductatlas.events;

/** The ways a subscriber is told. */
public enum DeliveryChannel {
    EMAIL,
    DIGEST,
    WEBHOOK
}
