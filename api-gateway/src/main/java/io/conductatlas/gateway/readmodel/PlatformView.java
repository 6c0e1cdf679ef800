package io.conductatlas.gateway.readmodel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A platform with what is held of it.
 *
 * @param industry may be empty
 * @param provisions present in the current Versions
 * @param changes of meaning within the last twelve months
 */
public record PlatformView(
        UUID id,
        String slug,
        String name,
        String description,
        String industry,
        @Nullable String homePage,
        int documents,
        int versions,
        int provisions,
        int high,
        int medium,
        int low,
        int changes,
        @Nullable Instant lastChangeAt) {}
