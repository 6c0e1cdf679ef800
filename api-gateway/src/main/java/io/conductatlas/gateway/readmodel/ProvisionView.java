package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.Severity;
import java.time.Instant;

/**
 * One clause of a document that does one thing to the people bound by it.
 *
 * @param type the provision type's slug
 * @param title the provision type's name
 * @param present whether the current Version still has it
 * @param quote its first quote
 * @param firstSeenAt when the first Version with it was observed
 * @param lastSeenAt when the last Version with it was observed
 * @param version the last Version with it: the one that the quotes point into
 * @param changes how many Changes touched it
 */
public record ProvisionView(
        String id,
        PlatformName platform,
        DocumentName document,
        String type,
        String title,
        Severity severity,
        boolean present,
        String quote,
        Instant firstSeenAt,
        Instant lastSeenAt,
        String firstVersion,
        String version,
        int changes,
        String catalogueVersion) {}
