package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.Origin;
import io.conductatlas.events.Severity;
import java.time.Instant;

/**
 * A change of meaning, and how many heard of it.
 *
 * @param told deliveries that the other side has taken
 * @param underWay deliveries that are tried again
 * @param givenUp deliveries that are not
 * @param withheld how often it was not told, for a reason
 */
public record ToldChange(
        String changeId,
        String title,
        Severity severity,
        Origin origin,
        Instant observedAt,
        Instant assessedAt,
        int told,
        int underWay,
        int givenUp,
        int withheld) {}
