package io.conductatlas.gateway.ops;

import io.conductatlas.events.Origin;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.ChangeLine;
import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.DeliveryView;
import io.conductatlas.gateway.subscriptions.Followers.Follower;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who was told of one change, when, and why others were not.
 *
 * @param note why nobody needed to be told; null where somebody may
 * @param more whether there is more than is shown
 */
record TracePage(
        Frame frame,
        Shell shell,
        ChangeLine change,
        List<Fact> facts,
        @Nullable String note,
        List<Person> people,
        boolean more) {

    /**
     * A subscriber who follows something of it, or was told of it.
     *
     * @param follows what they follow of it now, in words
     * @param ways what became of each channel
     */
    record Person(Link subscriber, String plan, String follows, List<Way> ways) {}

    /** The last thing that happened on one channel. */
    record Way(String channel, Badge outcome, @Nullable Moment at, String attempts, String detail) {}

    static TracePage of(
            Frame frame,
            Shell shell,
            ChangeView change,
            List<Follower> followers,
            List<DeliveryView> deliveries,
            boolean more) {
        Map<UUID, List<Follower>> following = followers.stream()
                .collect(Collectors.groupingBy(Follower::subscriberId, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, List<DeliveryView>> told = deliveries.stream()
                .collect(Collectors.groupingBy(DeliveryView::subscriberId, LinkedHashMap::new, Collectors.toList()));
        List<Person> people = new ArrayList<>();
        told.forEach((id, ways) -> people.add(person(id, following.getOrDefault(id, List.of()), ways)));
        following.forEach((id, follows) -> {
            if (!told.containsKey(id)) {
                people.add(person(id, follows, List.of()));
            }
        });
        return new TracePage(frame, shell, ChangeLine.of(change), facts(change), note(change), people, more);
    }

    private static List<Fact> facts(ChangeView change) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Seen", Moment.of(change.observedAt()).text()));
        facts.add(new Fact("Change recorded", Moment.of(change.recordedAt()).text()));
        if (change.assessment() != null && change.assessment().recordedAt() != null) {
            facts.add(new Fact(
                    "Assessed", Moment.of(change.assessment().recordedAt()).text()));
        }
        facts.add(new Fact("Origin", Words.of(change.origin())));
        return facts;
    }

    private static @Nullable String note(ChangeView change) {
        if (change.origin() != Origin.LIVE) {
            return "It is of the past (%s): nobody is told of it."
                    .formatted(Words.of(change.origin()).toLowerCase(Locale.ENGLISH));
        }
        if (change.assessment() == null) {
            return "It is not assessed yet: nobody can have been told.";
        }
        return change.assessment().alerting() ? null : "It has no bearing on meaning: nobody is told of it.";
    }

    private static Person person(UUID id, List<Follower> follows, List<DeliveryView> deliveries) {
        Map<String, List<DeliveryView>> channels = deliveries.stream()
                .collect(Collectors.groupingBy(
                        delivery -> delivery.deliveryId() == null
                                ? delivery.channel() + " " + delivery.reason()
                                : delivery.deliveryId().toString(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new Person(
                DeliveriesPage.subscriber(id),
                follows.stream()
                        .map(follower -> Words.ofSlug(follower.plan()))
                        .findFirst()
                        .orElse("not stated"),
                follows.isEmpty()
                        ? "nothing of it any more"
                        : follows.stream()
                                .map(follower ->
                                        "the " + Words.of(follower.scope()).toLowerCase(Locale.ENGLISH))
                                .distinct()
                                .collect(Collectors.joining(", ")),
                channels.isEmpty()
                        ? List.of(new Way("", Badge.plain("Nothing recorded"), null, "", missing(follows)))
                        : channels.values().stream().map(TracePage::way).toList());
    }

    /** Why there may be no row: in the order in which the alert service looks. */
    private static String missing(List<Follower> follows) {
        boolean active = follows.stream().allMatch(Follower::active);
        boolean wants = follows.stream().anyMatch(follower -> follower.alertMail() || follower.digestMail());
        return !active
                ? "the account is not active"
                : wants ? "not told yet, or it waits for the digest" : "wants no mail";
    }

    private static Way way(List<DeliveryView> attempts) {
        DeliveryView last = attempts.stream()
                .max(Comparator.comparing((DeliveryView one) -> one.attempt() == null ? 0 : one.attempt())
                        .thenComparing(DeliveryView::recordedAt))
                .orElseThrow();
        return new Way(
                Words.of(last.channel()),
                DeliveriesPage.badge(last),
                Moment.of(last.recordedAt()),
                last.attempt() == null ? "" : Words.count(last.attempt(), "attempt"),
                last.detail());
    }
}
