package io.conductatlas.gateway.intake;

import io.conductatlas.events.DeliveryAttempted;
import io.conductatlas.events.DeliveryEvent;
import io.conductatlas.events.NotificationWithheld;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What subscribers were told, and what was withheld. */
@ApplicationScoped
class DeliveryRows {

    private final Tables tables;

    DeliveryRows(Tables tables) {
        this.tables = tables;
    }

    Uni<Void> write(DeliveryEvent event) {
        if (event instanceof DeliveryAttempted attempt) {
            Row row = Row.of("event_id", attempt.eventId())
                    .with("delivery_id", attempt.deliveryId())
                    .with("notification_id", attempt.notificationId())
                    .with("subscriber_id", attempt.subscriberId())
                    .with("channel", attempt.channel())
                    .with("message_id", attempt.messageId())
                    .with("change_id", attempt.changeId())
                    .with("endpoint_id", attempt.endpointId())
                    .with("attempt", attempt.attempt())
                    .with("outcome", attempt.outcome())
                    .with("status", attempt.status())
                    .with("detail", attempt.detail())
                    .with("duration_millis", attempt.durationMillis())
                    .with("next_attempt_at", attempt.nextAttemptAt())
                    .with("attempted_at", attempt.attemptedAt())
                    .with("recorded_at", attempt.recordedAt());
            return tables.add("delivery_attempt", row).replaceWithVoid();
        }
        if (event instanceof NotificationWithheld withheld) {
            Row row = Row.of("event_id", withheld.eventId())
                    .with("subscriber_id", withheld.subscriberId())
                    .with("change_id", withheld.changeId())
                    .with("channel", withheld.channel())
                    .with("subscription_id", withheld.subscriptionId())
                    .with("reason", withheld.reason())
                    .with("detail", withheld.detail())
                    .with("recorded_at", withheld.recordedAt());
            return tables.add("withheld", row).replaceWithVoid();
        }
        throw new IllegalArgumentException("no projection for " + event.getClass());
    }
}
