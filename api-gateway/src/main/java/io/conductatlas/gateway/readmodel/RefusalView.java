package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.Origin;
import io.conductatlas.events.ReviewVerdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A capture that was fetched but is not the agreement.
 *
 * @param reason stable, in lower case with underscores
 * @param verdict what a review said of it; null while nobody has looked
 */
public record RefusalView(
        UUID captureId,
        PlatformName platform,
        DocumentName document,
        String reason,
        String detail,
        ObjectRef warc,
        Origin origin,
        Instant observedAt,
        Instant recordedAt,
        @Nullable ReviewVerdict verdict) {}
