package io.conductatlas.events;

import java.util.UUID;

/** What a subscriber was told, or why they were not. */
public sealed interface DeliveryEvent extends AtlasEvent permits DeliveryAttempted, NotificationWithheld {

    UUID subscriberId();

    @Override
    default Topic topic() {
        return Topic.DELIVERIES;
    }

    @Override
    default String key() {
        return subscriberId().toString();
    }
}
