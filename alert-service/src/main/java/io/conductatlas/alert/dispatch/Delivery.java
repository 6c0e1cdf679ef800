package io.conductatlas.alert.dispatch;

import io.conductatlas.events.DeliveryChannel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of one message to one subscriber. Its message id is fixed when it is planned, so that however often it is tried,
 * the other side can tell that it is the same.
 */
@Entity
public class Delivery {

    static final String MAIL_LANE = "mail";

    @Id
    private UUID id;

    private UUID subscriberId;

    @Enumerated(EnumType.STRING)
    private DeliveryChannel channel;

    private @Nullable UUID endpointId;
    private @Nullable UUID platformId;
    private @Nullable Instant periodStart;
    private @Nullable Instant periodEnd;
    private @Nullable Integer ping;
    private String lane;
    private String messageId;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int attempts;
    private @Nullable Instant observedAt;
    private Instant plannedAt;
    private Instant dueAt;
    private @Nullable Instant leaseUntil;
    private @Nullable Instant settledAt;
    private @Nullable Integer lastStatus;
    private @Nullable String lastDetail;

    @SuppressWarnings("NullAway.Init")
    protected Delivery() {}

    private Delivery(
            UUID id,
            UUID subscriberId,
            DeliveryChannel channel,
            String lane,
            String messageId,
            Instant now,
            Instant due) {
        this.id = id;
        this.subscriberId = subscriberId;
        this.channel = channel;
        this.lane = lane;
        this.messageId = messageId;
        this.state = DeliveryState.PLANNED;
        this.plannedAt = now;
        this.dueAt = due;
    }

    /** A same-day mail; changes of one platform that come before {@code due} may join it. */
    static Delivery letter(
            UUID id, UUID subscriberId, UUID platformId, String messageId, Instant observed, Instant now, Instant due) {
        Delivery delivery = new Delivery(id, subscriberId, DeliveryChannel.EMAIL, MAIL_LANE, messageId, now, due);
        delivery.platformId = platformId;
        delivery.observedAt = observed;
        return delivery;
    }

    /** A digest mail. */
    static Delivery digest(UUID id, UUID subscriberId, Instant start, Instant end, String messageId, Instant now) {
        Delivery delivery = new Delivery(id, subscriberId, DeliveryChannel.DIGEST, MAIL_LANE, messageId, now, now);
        delivery.periodStart = start;
        delivery.periodEnd = end;
        return delivery;
    }

    /** A call of an endpoint about a change. */
    static Delivery call(UUID id, UUID subscriberId, UUID endpointId, String messageId, Instant observed, Instant now) {
        Delivery delivery =
                new Delivery(id, subscriberId, DeliveryChannel.WEBHOOK, endpointId.toString(), messageId, now, now);
        delivery.endpointId = endpointId;
        delivery.observedAt = observed;
        return delivery;
    }

    /** A test call of an endpoint. */
    static Delivery ping(UUID id, UUID subscriberId, UUID endpointId, int number, String messageId, Instant now) {
        Delivery delivery =
                new Delivery(id, subscriberId, DeliveryChannel.WEBHOOK, endpointId.toString(), messageId, now, now);
        delivery.endpointId = endpointId;
        delivery.ping = number;
        return delivery;
    }

    /**
     * Makes the next try somebody's.
     *
     * @return whether an earlier try was never settled, so that nobody knows what came of it
     */
    boolean reserve(Instant until) {
        boolean unsettled = state == DeliveryState.RESERVED;
        state = DeliveryState.RESERVED;
        attempts++;
        leaseUntil = until;
        return unsettled;
    }

    /** Whether the try of that number still is whose it was. */
    boolean isReservedFor(int attempt) {
        return state == DeliveryState.RESERVED && attempts == attempt;
    }

    void settle(DeliveryState end, @Nullable Integer status, String detail, Instant at) {
        state = end;
        lastStatus = status;
        lastDetail = detail;
        leaseUntil = null;
        settledAt = at;
    }

    void tryAgain(DeliveryState waiting, @Nullable Integer status, String detail, Instant due) {
        state = waiting;
        lastStatus = status;
        lastDetail = detail;
        leaseUntil = null;
        dueAt = due;
    }

    Reserved reserved(List<Notification> notifications) {
        return new Reserved(
                id,
                subscriberId,
                channel,
                endpointId,
                periodStart,
                periodEnd,
                ping,
                messageId,
                attempts,
                notifications.stream()
                        .map(one -> new Reserved.ToldUnder(one.changeId(), one.subscriptionId()))
                        .toList());
    }

    Duration age(Instant now) {
        return Duration.between(plannedAt, now);
    }

    UUID id() {
        return id;
    }

    UUID subscriberId() {
        return subscriberId;
    }

    DeliveryChannel channel() {
        return channel;
    }

    @Nullable
    UUID endpointId() {
        return endpointId;
    }

    String messageId() {
        return messageId;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    Instant observedAt() {
        return observedAt;
    }
}
