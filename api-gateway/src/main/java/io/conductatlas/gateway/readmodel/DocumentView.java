package io.conductatlas.gateway.readmodel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One agreement of a platform in one variant.
 *
 * @param state {@code WATCHED}, {@code PAUSED}, {@code RETIRED} or {@code ARCHIVED} (fed from an archive only)
 * @param provisions present in the current Version
 * @param changes of any class
 * @param lastCheckedAt the last time its text was seen, changed or not
 * @param currentVersion the id of the Version that is in force as we know it
 */
public record DocumentView(
        UUID id,
        PlatformName platform,
        String slug,
        String name,
        String type,
        String language,
        String region,
        String surface,
        String state,
        int versions,
        int changes,
        int provisions,
        int high,
        int medium,
        int low,
        @Nullable Instant firstSeenAt,
        @Nullable Instant lastCheckedAt,
        @Nullable Instant lastChangeAt,
        @Nullable String currentVersion) {}
