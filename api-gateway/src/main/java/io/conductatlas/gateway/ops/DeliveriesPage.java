package io.conductatlas.gateway.ops;

import io.conductatlas.events.AttemptOutcome;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.WithheldReason;
import io.conductatlas.gateway.endpoints.EndpointHealth;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Option;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.DeliveryView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How endpoints fare, and every attempt to tell somebody something. */
record DeliveriesPage(
        Frame frame,
        Shell shell,
        List<EndpointLine> endpoints,
        List<Option> channels,
        List<Option> outcomes,
        @Nullable String endpoint,
        List<Line> attempts,
        @Nullable String next) {
    private static final String WITHHELD = "WITHHELD";

    /** An endpoint and how it fares. */
    record EndpointLine(
            String id,
            String host,
            Link subscriber,
            Badge state,
            String taken,
            @Nullable Moment last,
            String lastSays,
            String style,
            String attemptsHref) {}

    /** One attempt, or one decision not to tell. */
    record Line(
            Moment at,
            String channel,
            Badge outcome,
            Link subscriber,
            @Nullable Link change,
            String attempt,
            String status,
            String took,
            String detail,
            @Nullable Moment nextAt,
            String messageId) {}

    static EndpointLine endpoint(EndpointHealth health) {
        boolean failing = health.attempts() > health.taken();
        String outcome = health.lastOutcome();
        return new EndpointLine(
                health.id().toString(),
                health.host(),
                subscriber(health.subscriberId()),
                !health.active() ? Badge.plain("Ended") : failing ? Badge.warn("Failing") : Badge.good("Active"),
                health.attempts() == 0 ? "none sent" : "%d of %d".formatted(health.taken(), health.attempts()),
                Moment.orNull(health.lastAt()),
                (outcome == null ? "" : Words.ofSlug(outcome))
                        + (health.lastStatus() == null ? "" : ", " + health.lastStatus()),
                failing ? "warn" : "",
                "/ops/deliveries?endpoint=" + health.id());
    }

    static Line line(DeliveryView delivery) {
        String change = delivery.changeId();
        Integer attempt = delivery.attempt();
        Integer status = delivery.status();
        Long took = delivery.durationMillis();
        return new Line(
                Moment.of(delivery.recordedAt()),
                Words.of(delivery.channel()),
                badge(delivery),
                subscriber(delivery.subscriberId()),
                change == null ? null : new Link(trace(change), change),
                attempt == null ? "" : attempt.toString(),
                status == null ? "" : status.toString(),
                took == null ? "" : "%,d ms".formatted(took),
                delivery.detail(),
                Moment.orNull(delivery.nextAttemptAt()),
                delivery.messageId() == null ? "" : delivery.messageId());
    }

    static Badge badge(DeliveryView delivery) {
        AttemptOutcome outcome = delivery.outcome();
        WithheldReason reason = delivery.reason();
        if (outcome == null) {
            return Badge.plain(
                    reason == null
                            ? "Withheld"
                            : "Withheld: " + Words.of(reason).toLowerCase(Locale.ENGLISH));
        }
        return switch (outcome) {
            case DELIVERED -> Badge.good("Delivered");
            case RETRYING -> Badge.warn("Tried again");
            case AMBIGUOUS -> Badge.warn("Not sure");
            case FAILED -> Badge.bad("Given up");
        };
    }

    static Link subscriber(UUID id) {
        String text = id.toString();
        return new Link("/ops/subscribers/" + text, "…" + text.substring(text.length() - 8));
    }

    static String trace(String changeId) {
        return "/ops/alerts/" + changeId;
    }

    static List<Option> channels(@Nullable DeliveryChannel chosen) {
        return Option.of(DeliveryChannel.class, chosen);
    }

    static List<Option> outcomes(String chosen) {
        List<Option> options = new ArrayList<>();
        Arrays.stream(AttemptOutcome.values())
                .map(Enum::name)
                .forEach(name -> options.add(new Option(name, Words.ofSlug(name), name.equals(chosen))));
        options.add(new Option(WITHHELD, "Withheld", WITHHELD.equals(chosen)));
        return options;
    }
}
