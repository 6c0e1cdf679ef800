package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.Severity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which provisions are wanted; null means all. */
public record ProvisionFilter(
        @Nullable UUID platformId,
        @Nullable UUID documentId,
        @Nullable String type,
        @Nullable Severity severity,
        @Nullable Boolean present) {
    /** Every provision, present or removed. */
    public static final ProvisionFilter ALL = new ProvisionFilter(null, null, null, null, null);

    /** The provisions that the current Versions of a platform hold. */
    public static ProvisionFilter ofPlatform(UUID platformId) {
        return new ProvisionFilter(platformId, null, null, null, true);
    }

    /** The provisions that the current Version of a document holds. */
    public static ProvisionFilter ofDocument(UUID documentId) {
        return new ProvisionFilter(null, documentId, null, null, true);
    }
}
