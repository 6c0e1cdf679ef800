package io.conductatlas.alert.audience;

import io.conductatlas.alert.audience.Decision.Tell;
import io.conductatlas.alert.audience.Decision.Withhold;
import io.conductatlas.alert.audience.PlanLimits.Limit;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.Origin;
import io.conductatlas.events.WithheldReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Decides who is told about a change.
 *
 * <p>Every subscriber who follows what changed gets an answer for every channel: they are told, or it is withheld for a
 * reason. Changes that were not seen live are never told to anybody, whatever their age.
 */
public final class Audience {

    /** The type that an endpoint names if it wants to hear of assessed changes. */
    public static final String CHANGE_ASSESSED = "change.assessed";

    private Audience() {}

    /** Whether anybody is told anything about {@code change}, even why they are not. */
    public static boolean concerns(ChangeAssessed change) {
        return change.origin() == Origin.LIVE;
    }

    /** What is done for {@code follower} about {@code change}; empty if they do not follow what changed. */
    public static List<Decision> decide(ChangeAssessed change, Follower follower) {
        List<Following> matching = PlanLimits.oldestFirst(follower.followings()).stream()
                .filter(following -> following.covers(change))
                .toList();
        if (!concerns(change) || matching.isEmpty()) {
            return List.of();
        }
        PlanLimits limits = new PlanLimits(follower);
        Optional<Following> inForce = matching.stream()
                .filter(following -> limits.limit(following).isEmpty())
                .findFirst();
        if (inForce.isEmpty()) {
            Following first = matching.get(0);
            Limit limit = limits.limit(first).orElseThrow();
            return List.of(new Withhold(
                    follower.subscriberId(),
                    firstChannel(follower),
                    null,
                    first.subscriptionId(),
                    limit.reason(),
                    limit.detail()));
        }
        if (!change.alerting()) {
            return List.of(new Withhold(
                    follower.subscriberId(),
                    firstChannel(follower),
                    null,
                    inForce.get().subscriptionId(),
                    WithheldReason.NOT_ALERTING,
                    "no change of meaning; it is listed on the document's page"));
        }
        List<Decision> decisions = new ArrayList<>();
        decisions.add(mail(follower, inForce.get()));
        if (follower.plan().weeklyDigest()) {
            decisions.add(digest(follower, inForce.get()));
        }
        follower.hooks().stream()
                .filter(hook -> !hook.since().isAfter(change.recordedAt()))
                .map(hook -> webhook(follower, inForce.get(), hook))
                .forEach(decisions::add);
        return decisions;
    }

    /** The platforms that the follower's plan lets them follow, those followed longest first. */
    public static Set<UUID> platformsInForce(Follower follower) {
        return new PlanLimits(follower).platformsWithin();
    }

    private static DeliveryChannel firstChannel(Follower follower) {
        return follower.plan().sameDayAlerts() ? DeliveryChannel.EMAIL : DeliveryChannel.DIGEST;
    }

    private static Decision mail(Follower follower, Following following) {
        if (!follower.plan().sameDayAlerts()) {
            return withhold(
                    follower,
                    DeliveryChannel.EMAIL,
                    following,
                    WithheldReason.PLAN_HAS_NO_SAME_DAY_ALERTS,
                    "the plan %s has no same-day alerts; the change is in the weekly digest"
                            .formatted(follower.plan().name()));
        }
        return letter(follower, DeliveryChannel.EMAIL, following, follower.alertMail());
    }

    private static Decision digest(Follower follower, Following following) {
        return letter(follower, DeliveryChannel.DIGEST, following, follower.digestMail());
    }

    private static Decision letter(Follower follower, DeliveryChannel channel, Following following, boolean wanted) {
        if (!wanted) {
            return withhold(
                    follower,
                    channel,
                    following,
                    WithheldReason.UNSUBSCRIBED,
                    channel == DeliveryChannel.DIGEST
                            ? "they do not want the weekly digest"
                            : "they do not want same-day mail");
        }
        if (follower.suppressed()) {
            return withhold(
                    follower,
                    channel,
                    following,
                    WithheldReason.SUPPRESSED,
                    "their mail server refused our mail for good");
        }
        return new Tell(follower.subscriberId(), channel, null, following.subscriptionId());
    }

    private static Decision webhook(Follower follower, Following following, Hook hook) {
        Optional<Limit> against = againstHook(follower, hook);
        if (against.isPresent()) {
            return new Withhold(
                    follower.subscriberId(),
                    DeliveryChannel.WEBHOOK,
                    hook.endpointId(),
                    following.subscriptionId(),
                    against.get().reason(),
                    against.get().detail());
        }
        return new Tell(
                follower.subscriberId(), DeliveryChannel.WEBHOOK, hook.endpointId(), following.subscriptionId());
    }

    private static Optional<Limit> againstHook(Follower follower, Hook hook) {
        if (!follower.plan().webhooks()) {
            return Optional.of(new Limit(
                    WithheldReason.PLAN_HAS_NO_WEBHOOKS,
                    "the plan %s has no webhooks".formatted(follower.plan().name())));
        }
        if (hook.disabled()) {
            return Optional.of(new Limit(WithheldReason.ENDPOINT_DISABLED, "the endpoint is disabled"));
        }
        if (!hook.wants(CHANGE_ASSESSED)) {
            return Optional.of(new Limit(WithheldReason.FILTERED, "the endpoint does not want " + CHANGE_ASSESSED));
        }
        return Optional.empty();
    }

    private static Withhold withhold(
            Follower follower, DeliveryChannel channel, Following following, WithheldReason reason, String detail) {
        return new Withhold(follower.subscriberId(), channel, null, following.subscriptionId(), reason, detail);
    }
}
