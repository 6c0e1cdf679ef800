package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.Severity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are wanted; null means all.
 *
 * @param alerting true for changes of meaning only, false for the others only
 * @param severity at least this one
 */
public record ChangeFilter(
        @Nullable UUID platformId,
        @Nullable UUID documentId,
        @Nullable Boolean alerting,
        @Nullable Severity severity,
        @Nullable ChangeClass changeClass) {
    /** Every change. */
    public static final ChangeFilter ALL = new ChangeFilter(null, null, null, null, null);

    /** The changes of one platform. */
    public static ChangeFilter ofPlatform(UUID platformId) {
        return new ChangeFilter(platformId, null, null, null, null);
    }

    /** The changes of one document. */
    public static ChangeFilter ofDocument(UUID documentId) {
        return new ChangeFilter(null, documentId, null, null, null);
    }
}
