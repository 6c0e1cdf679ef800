package io.conductatlas.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Who is told, and what their plan allows.
 *
 * @param email the mail address
 * @param locale BCP 47, for example {@code en}
 * @param zone the zone that days and weeks are reckoned in
 * @param active false once the account is closed
 * @param alertMail whether they want same-day mail; one-click unsubscription sets it to false
 * @param digestMail whether they want the weekly digest; one-click unsubscription sets it to false
 */
public record SubscriberStated(
        UUID eventId,
        UUID subscriberId,
        Sealed email,
        String locale,
        ZoneId zone,
        PlanTerms plan,
        boolean active,
        boolean alertMail,
        boolean digestMail,
        Instant recordedAt)
        implements SubscriptionEvent {
    @Override
    public String key() {
        return subscriberId.toString();
    }

    @Override
    public String subject() {
        return subscriberId.toString();
    }
}
