package io.conductatlas.alert.audience;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook endpoint of a subscriber.
 *
 * @param eventTypes the types it wants; empty means all
 * @param since changes recorded before are not delivered to it
 * @param disabled whether we stopped calling it
 */
public record Hook(UUID endpointId, List<String> eventTypes, Instant since, boolean disabled) {
    public Hook {
        eventTypes = List.copyOf(eventTypes);
    }

    boolean wants(String eventType) {
        return eventTypes.isEmpty() || eventTypes.contains(eventType);
    }
}
