package io.conductatlas.fetcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.outbound.OutboundOutcome.Answered;
import io.conductatlas.outbound.OutboundOutcome.Timings;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MOST = Duration.ofHours(24);

    @Test
    void readsBothForms() {
        assertThat(asked(503, "120")).contains(Duration.ofMinutes(2));
        assertThat(asked(429, "Sun, 01 Mar 2026 13:30:00 GMT")).contains(Duration.ofMinutes(90));
    }

    @Test
    void staysAwayForADayAtMost() {
        assertThat(asked(503, "999999999")).contains(MOST);
        assertThat(asked(503, "Sun, 01 Mar 2037 13:30:00 GMT")).contains(MOST);
    }

    @Test
    void ignoresWhatMakesNoSense() {
        for (String value : List.of("", "soon", "-5", "1.5", "Sun, 01 Mar 2020 13:30:00 GMT", "99999999999999")) {
            assertThat(asked(503, value)).as(value).isEmpty();
        }
        assertThat(asked(500, "120")).isEmpty();
    }

    private static Optional<Duration> asked(int status, String value) {
        Answered answered = new Answered(
                status,
                Map.of("Retry-After", List.of(value)),
                new byte[0],
                false,
                "https://larkfield.example/",
                List.of(),
                InetAddress.getLoopbackAddress(),
                Optional.empty(),
                new Timings(Duration.ZERO, Duration.ZERO));
        return RetryAfter.of(answered, NOW, MOST);
    }
}
