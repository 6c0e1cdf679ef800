package io.conductatlas.alert.mail;

import io.conductatlas.alert.dispatch.Outcome;
import io.conductatlas.alert.subscribers.Subscriber;
import io.conductatlas.events.WithheldReason;
import java.util.Optional;

/** Asks again, just before a mail is sent, whether it is wanted: people change their minds while mail waits. */
public final class Willing {

    private Willing() {}

    /** Why the subscriber gets no same-day mail any more; empty if they do. */
    public static Optional<Outcome> toGetAlerts(Optional<Subscriber> subscriber, boolean suppressed) {
        return refusal(
                subscriber, suppressed, subscriber.map(Subscriber::alertMail).orElse(false));
    }

    /** Why the subscriber gets no digest any more; empty if they do. */
    public static Optional<Outcome> toGetDigests(Optional<Subscriber> subscriber, boolean suppressed) {
        return refusal(
                subscriber, suppressed, subscriber.map(Subscriber::digestMail).orElse(false));
    }

    private static Optional<Outcome> refusal(Optional<Subscriber> subscriber, boolean suppressed, boolean wanted) {
        if (subscriber.isEmpty() || !subscriber.get().active()) {
            return Optional.of(new Outcome.Unwanted(WithheldReason.UNSUBSCRIBED, "the account is closed"));
        }
        if (!wanted) {
            return Optional.of(new Outcome.Unwanted(
                    WithheldReason.UNSUBSCRIBED, "they took themselves off the list before it was sent"));
        }
        return suppressed
                ? Optional.of(
                        new Outcome.Unwanted(WithheldReason.SUPPRESSED, "their mail server refused our mail for good"))
                : Optional.empty();
    }
}
