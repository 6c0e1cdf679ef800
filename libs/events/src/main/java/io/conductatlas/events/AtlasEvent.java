package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact on a topic. Travels as a CloudEvent 1.0 in Kafka's binary mode: the attributes become {@code ce_} headers, the
 * record itself the JSON value.
 */
public sealed interface AtlasEvent
        permits SourceEvent, CaptureEvent, ChangeEvent, AssessmentEvent, ReviewEvent, SubscriptionEvent, DeliveryEvent {

    /** The CloudEvents {@code id}: a UUIDv7, the same however often the event is delivered. */
    UUID eventId();

    /** Where the event is told. */
    Topic topic();

    /** The Kafka key: what is compacted or kept in order. */
    String key();

    /** What decides the partition; the key itself unless several keys must stay in one order. */
    default String partitionKey() {
        return key();
    }

    /** The CloudEvents {@code subject}: the thing the event is about, a public id where there is one. */
    String subject();

    /** When the fact was stored by the service that tells it. */
    Instant recordedAt();
}
