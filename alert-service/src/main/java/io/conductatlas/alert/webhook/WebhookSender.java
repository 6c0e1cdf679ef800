package io.conductatlas.alert.webhook;

import io.conductatlas.alert.changes.Changes;
import io.conductatlas.alert.dispatch.Outcome;
import io.conductatlas.alert.dispatch.Reserved;
import io.conductatlas.alert.dispatch.RetryPolicy;
import io.conductatlas.alert.dispatch.Sender;
import io.conductatlas.alert.mail.Links;
import io.conductatlas.alert.subscribers.AddressBook;
import io.conductatlas.alert.subscribers.Endpoint;
import io.conductatlas.alert.subscribers.Subscriber;
import io.conductatlas.alert.subscribers.Subscribers;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.WithheldReason;
import io.conductatlas.outbound.Outbound;
import io.conductatlas.outbound.OutboundRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Calls endpoints: signed with every secret in force, through the guarded way out, and never twice behind our back. */
@ApplicationScoped
class WebhookSender implements Sender {

    /** Further tries end with the schedule; this only has to be later. */
    private static final Duration NO_DEADLINE = Duration.ofDays(30);

    private final Subscribers subscribers;
    private final Changes changes;
    private final AddressBook addresses;
    private final Links links;
    private final Outbound outbound;
    private final WebhookConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final RetryPolicy policy;
    private final WorkerExecutor threads;

    WebhookSender(
            Subscribers subscribers,
            Changes changes,
            AddressBook addresses,
            Links links,
            Outbound outbound,
            WebhookConfig config,
            Clock clock,
            MeterRegistry metrics,
            Vertx vertx) {
        this.subscribers = subscribers;
        this.changes = changes;
        this.addresses = addresses;
        this.links = links;
        this.outbound = outbound;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
        this.policy = new RetryPolicy(
                config.retryAfter(),
                false,
                NO_DEADLINE,
                config.jitter(),
                () -> ThreadLocalRandom.current().nextDouble());
        this.threads = vertx.createSharedWorkerExecutor("webhooks", config.threads());
        metrics.counter("endpoint.disabled");
    }

    @Override
    public DeliveryChannel channel() {
        return DeliveryChannel.WEBHOOK;
    }

    @Override
    public RetryPolicy policy() {
        return policy;
    }

    @Override
    public Uni<Outcome> send(Reserved delivery) {
        return Panache.withSession(() -> read(delivery)).chain(material -> {
            Optional<Outcome> against = against(material);
            return against.isPresent()
                    ? Uni.createFrom().item(against.get())
                    : threads.executeBlocking(() -> call(delivery, material), false);
        });
    }

    /** What an answer says about the endpoint itself. A test call says nothing about it, but that it is gone. */
    @Override
    public Uni<Void> settled(Reserved delivery, Outcome outcome, Instant now) {
        boolean gone = outcome instanceof Outcome.Refused refused && Objects.equals(refused.status(), CallOutcome.GONE);
        if (outcome instanceof Outcome.Unwanted || (delivery.ping() != null && !gone)) {
            return Uni.createFrom().voidItem();
        }
        return subscribers
                .endpointToChange(Objects.requireNonNull(delivery.endpointId(), "a webhook has an endpoint"))
                .invoke(found -> found.ifPresent(endpoint -> judge(endpoint, outcome, gone, now)))
                .replaceWithVoid();
    }

    private void judge(Endpoint endpoint, Outcome outcome, boolean gone, Instant now) {
        boolean wasDisabled = endpoint.disabled();
        if (outcome instanceof Outcome.Delivered) {
            endpoint.succeeded();
        } else if (gone) {
            endpoint.disable(now, "answered 410");
        } else {
            endpoint.failed(now);
        }
        if (endpoint.disabled() && !wasDisabled) {
            metrics.counter("endpoint.disabled").increment();
        }
    }

    private Uni<Material> read(Reserved delivery) {
        return subscribers
                .endpoint(Objects.requireNonNull(delivery.endpointId(), "a webhook has an endpoint"))
                .chain(endpoint -> subscribers
                        .find(delivery.subscriberId())
                        .chain(subscriber -> changes.of(delivery.changeIds())
                                .map(told -> new Material(endpoint, subscriber, told))));
    }

    private static Optional<Outcome> against(Material material) {
        if (material.endpoint().isEmpty() || !material.endpoint().get().active()) {
            return unwanted(WithheldReason.ENDPOINT_DISABLED, "the endpoint was deleted");
        }
        Endpoint endpoint = material.endpoint().get();
        if (endpoint.disabled()) {
            return unwanted(WithheldReason.ENDPOINT_DISABLED, "the endpoint is disabled: " + endpoint.disabledWhy());
        }
        if (material.subscriber().isEmpty() || !material.subscriber().get().active()) {
            return unwanted(WithheldReason.UNSUBSCRIBED, "the account is closed");
        }
        return material.subscriber().get().plan().webhooks()
                ? Optional.empty()
                : unwanted(
                        WithheldReason.PLAN_HAS_NO_WEBHOOKS,
                        "the plan %s has no webhooks"
                                .formatted(material.subscriber().get().plan().name()));
    }

    private static Optional<Outcome> unwanted(WithheldReason reason, String detail) {
        return Optional.of(new Outcome.Unwanted(reason, detail));
    }

    private Outcome call(Reserved delivery, Material material) {
        Endpoint endpoint = material.endpoint().orElseThrow();
        Instant now = clock.instant();
        Integer ping = delivery.ping();
        byte[] body =
                ping == null ? Payload.of(material.changes().get(0), links) : Payload.ping(endpoint.id(), ping, now);
        List<String> secrets =
                endpoint.secrets().stream().map(addresses::secret).toList();
        Map<String, String> headers = Map.of(
                "content-type", "application/json",
                "user-agent", config.userAgent(),
                "webhook-id", delivery.messageId(),
                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                "webhook-signature", WebhookSignature.of(secrets, delivery.messageId(), now, body));
        return CallOutcome.of(
                outbound.send(OutboundRequest.webhook(addresses.url(endpoint.url()), headers, body)), now);
    }

    @PreDestroy
    void close() {
        threads.closeAndForget();
    }

    /** What the database has for one call. */
    private record Material(
            Optional<Endpoint> endpoint, Optional<Subscriber> subscriber, List<ChangeAssessed> changes) {}
}
