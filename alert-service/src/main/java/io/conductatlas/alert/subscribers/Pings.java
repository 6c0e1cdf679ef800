package io.conductatlas.alert.subscribers;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Plans a test call of an endpoint, in the caller's transaction. */
public interface Pings {

    /** Plans the ping of that number unless it was planned before. */
    Uni<Void> plan(UUID subscriberId, UUID endpointId, int number);
}
