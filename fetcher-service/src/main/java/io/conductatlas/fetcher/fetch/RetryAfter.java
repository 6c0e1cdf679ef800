package io.conductatlas.fetcher.fetch;

import io.conductatlas.outbound.OutboundOutcome.Answered;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a server that is busy asks us to stay away. */
final class RetryAfter {

    private RetryAfter() {}

    /** The answer's {@code Retry-After} in either of its forms, at most {@code most}; only for 429 and 503. */
    static Optional<Duration> of(Answered answered, Instant now, Duration most) {
        if (answered.status() != 429 && answered.status() != 503) {
            return Optional.empty();
        }
        return answered.header("retry-after")
                .flatMap(value -> read(value.strip(), now))
                .map(time -> time.compareTo(most) > 0 ? most : time)
                .filter(time -> !time.isNegative());
    }

    private static Optional<Duration> read(String value, Instant now) {
        try {
            if (value.matches("[0-9]{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
