package io.conductatlas.events;

import java.util.UUID;

/** A whole state of a subscriber or of a part of theirs; the topic is compacted, and partitioned by subscriber. */
public sealed interface SubscriptionEvent extends AtlasEvent
        permits SubscriberStated, SubscriptionStated, EndpointStated {

    UUID subscriberId();

    @Override
    default Topic topic() {
        return Topic.SUBSCRIPTIONS;
    }

    @Override
    default String partitionKey() {
        return subscriberId().toString();
    }
}
