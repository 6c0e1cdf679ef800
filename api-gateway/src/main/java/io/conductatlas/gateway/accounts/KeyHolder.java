package io.conductatlas.gateway.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a key speaks for.
 *
 * @param publicId names the key without being it
 * @param subscriberId null with {@link KeyScope#STAFF}
 */
public record KeyHolder(
        String publicId, KeyScope scope, @Nullable UUID subscriberId) {}
