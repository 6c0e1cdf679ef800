package io.conductatlas.events;

import org.jspecify.annotations.Nullable;

/**
 * What a subscriber may have, as data: the limits travel with the subscriber, so that the one place that enforces them
 * needs no table of its own.
 *
 * @param slug for example {@code free}
 * @param name for example {@code Free}
 * @param maxPlatforms how many platforms may be followed; null means no limit
 * @param weeklyDigest whether the weekly digest is part of it
 * @param sameDayAlerts whether alerts are mailed on the day of the change
 * @param provisionLevel whether single provisions and provision types may be followed
 * @param webhooks whether webhook endpoints are served
 */
public record PlanTerms(
        String slug,
        String name,
        @Nullable Integer maxPlatforms,
        boolean weeklyDigest,
        boolean sameDayAlerts,
        boolean provisionLevel,
        boolean webhooks) {
    public PlanTerms {
        Checks.slug(slug);
        Checks.notBlank("name", name);
        if (maxPlatforms != null) {
            Checks.atLeast("maxPlatforms", 1, maxPlatforms);
        }
    }
}
