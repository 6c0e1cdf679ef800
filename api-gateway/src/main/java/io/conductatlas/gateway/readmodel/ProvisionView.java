package io.conductatlas.gateway.readmodel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.events.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One clause of a document that does one thing to the people bound by it.
 *
 * @param type the provision type's slug
 * @param title the provision type's name
 * @param polarity whether the document states what the type is about, or that it is not so ("we do not sell")
 * @param present whether the current Version still has it
 * @param quote of its quotes the one that says most: the longest of those that hold the words it was found by
 * @param firstSeenAt when the first Version with it was observed
 * @param lastSeenAt when the last Version with it was observed
 * @param version the last Version with it: the one that the quotes point into
 * @param changes how many Changes touched it
 * @param optOut whether the text states a way to opt out of it
 */
public record ProvisionView(
        String id,
        PlatformName platform,
        DocumentName document,
        String type,
        String title,
        Polarity polarity,
        Severity severity,
        boolean present,
        String quote,
        Instant firstSeenAt,
        Instant lastSeenAt,
        String firstVersion,
        String version,
        int changes,
        @Nullable Instant lastChangeAt,
        boolean optOut,
        String catalogueVersion) {
    /** Whether the document states that it does not do what the type is about. */
    @JsonIgnore
    public boolean denied() {
        return polarity == Polarity.DENIED;
    }
}
