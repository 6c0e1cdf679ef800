package io.conductatlas.alert.audience;

import io.conductatlas.events.WithheldReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What of a subscriber's followings their plan puts into force.
 *
 * <p>Where it allows fewer platforms than are followed, those followed longest count, so that the answer is the same every
 * time. Nothing is deleted: with a larger plan the others are in force again.
 */
final class PlanLimits {

    private static final Comparator<Following> OLDEST_FIRST =
            Comparator.comparing(Following::since).thenComparing(Following::subscriptionId);

    private final Follower follower;
    private final Set<UUID> platformsWithin;

    PlanLimits(Follower follower) {
        this.follower = follower;
        this.platformsWithin = platformsWithin(follower);
    }

    /** Why {@code following} is not in force; empty if it is. */
    Optional<Limit> limit(Following following) {
        if (following.isProvisionLevel() && !follower.plan().provisionLevel()) {
            return Optional.of(new Limit(
                    WithheldReason.PLAN_HAS_NO_PROVISION_LEVEL,
                    "the plan %s has no monitoring of single provisions or provision types"
                            .formatted(follower.plan().name())));
        }
        UUID platform = following.platformId();
        if (platform != null && !platformsWithin.contains(platform)) {
            return Optional.of(new Limit(
                    WithheldReason.PLAN_PLATFORM_LIMIT,
                    "the plan %s covers %d of the %d platforms followed; those followed longest count"
                            .formatted(
                                    follower.plan().name(),
                                    platformsWithin.size(),
                                    platforms(follower).size())));
        }
        return Optional.empty();
    }

    Set<UUID> platformsWithin() {
        return platformsWithin;
    }

    /** The oldest first. */
    static List<Following> oldestFirst(List<Following> followings) {
        List<Following> sorted = new ArrayList<>(followings);
        sorted.sort(OLDEST_FIRST);
        return sorted;
    }

    private static Set<UUID> platformsWithin(Follower follower) {
        Set<UUID> all = platforms(follower);
        Integer most = follower.plan().maxPlatforms();
        if (most == null || all.size() <= most) {
            return all;
        }
        return new LinkedHashSet<>(new ArrayList<>(all).subList(0, most));
    }

    private static Set<UUID> platforms(Follower follower) {
        Set<UUID> platforms = new LinkedHashSet<>();
        for (Following following : oldestFirst(follower.followings())) {
            UUID platform = following.platformId();
            if (platform != null
                    && (!following.isProvisionLevel() || follower.plan().provisionLevel())) {
                platforms.add(platform);
            }
        }
        return platforms;
    }

    /** What the plan says against it. */
    record Limit(WithheldReason reason, String detail) {}
}
