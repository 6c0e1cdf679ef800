package io.conductatlas.gateway.readmodel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a document had a Version's text.
 *
 * @param until null while it still has it
 */
public record AppearanceView(
        UUID id, UUID captureId, Instant from, @Nullable Instant until) {}
