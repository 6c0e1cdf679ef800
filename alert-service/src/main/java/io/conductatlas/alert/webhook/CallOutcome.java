package io.conductatlas.alert.webhook;

import io.conductatlas.alert.dispatch.Outcome;
import io.conductatlas.outbound.OutboundOutcome;
import io.conductatlas.outbound.OutboundOutcome.Answered;
import io.conductatlas.outbound.OutboundOutcome.Refused;
import io.conductatlas.outbound.OutboundOutcome.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What the answer of an endpoint means. Only 2xx is success; a redirect is never followed; 410 asks us to stop. */
final class CallOutcome {

    static final int GONE = 410;

    private CallOutcome() {}

    static Outcome of(OutboundOutcome outcome, Instant now) {
        if (outcome instanceof Answered answer) {
            return of(answer, now);
        }
        if (outcome instanceof Refused refused) {
            return new Outcome.Refused(null, refused.reason() + ": " + refused.detail());
        }
        Unreachable unreachable = (Unreachable) outcome;
        return new Outcome.NotYet(null, unreachable.kind() + ": " + unreachable.detail(), Optional.empty());
    }

    private static Outcome of(Answered answer, Instant now) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered(status, "the endpoint answered " + status);
        }
        if (status == GONE) {
            return new Outcome.Refused(status, "the endpoint answered 410: it wants no more calls");
        }
        if (status >= 300 && status < 400) {
            return new Outcome.NotYet(
                    status, "the endpoint answered %d; redirects are not followed".formatted(status), Optional.empty());
        }
        return new Outcome.NotYet(
                status,
                "the endpoint answered " + status,
                answer.header("retry-after").flatMap(value -> retryAfter(value, now)));
    }

    /** Seconds or an HTTP date (RFC 9110, 10.2.3); anything else says nothing. */
    static Optional<Duration> retryAfter(String value, Instant now) {
        String text = value.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration until = Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? Optional.empty() : Optional.of(until);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
