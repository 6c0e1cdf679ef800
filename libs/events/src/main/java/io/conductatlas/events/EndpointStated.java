package io.conductatlas.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A subscriber's webhook endpoint.
 *
 * @param url where deliveries go
 * @param secrets the signing secrets in force, the newest first; each {@code whsec_…}
 * @param eventTypes the webhook types wanted; empty means all
 * @param active false once it was deleted or disabled
 * @param since changes recorded before this are not delivered to it
 * @param ping a number raised to ask for a test delivery
 */
public record EndpointStated(
        UUID eventId,
        UUID endpointId,
        UUID subscriberId,
        Sealed url,
        List<Sealed> secrets,
        List<String> eventTypes,
        boolean active,
        Instant since,
        int ping,
        Instant recordedAt)
        implements SubscriptionEvent {
    public EndpointStated {
        secrets = List.copyOf(secrets);
        eventTypes = List.copyOf(eventTypes);
        Checks.atLeast("secrets", 1, secrets.size());
    }

    @Override
    public String key() {
        return subscriberId + "/endpoint/" + endpointId;
    }

    @Override
    public String subject() {
        return endpointId.toString();
    }
}
