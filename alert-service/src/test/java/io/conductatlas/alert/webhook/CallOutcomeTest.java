package io.conductatlas.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.alert.dispatch.Outcome;
import io.conductatlas.outbound.OutboundOutcome;
import io.conductatlas.outbound.OutboundOutcome.Answered;
import io.conductatlas.outbound.OutboundOutcome.Timings;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallOutcomeTest {

    private static final Instant NOW = Instant.parse("2026-11-18T09:24:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void onlyTheTwoHundredsAreSuccess(int status) {
        assertThat(CallOutcome.of(answer(status, Map.of()), NOW)).isInstanceOf(Outcome.Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 301, 302, 307, 308, 400, 401, 403, 404, 408, 422, 429, 500, 502, 503, 504})
    void everythingElseIsTriedAgain(int status) {
        Outcome outcome =
                CallOutcome.of(answer(status, Map.of("Location", List.of("https://elsewhere.example/"))), NOW);

        assertThat(outcome).isInstanceOf(Outcome.NotYet.class);
        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.detail()).contains(Integer.toString(status)).doesNotContain("elsewhere");
    }

    @Test
    void goneIsGone() {
        assertThat(CallOutcome.of(answer(410, Map.of()), NOW)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aForbiddenAddressIsNotTriedAgain() {
        assertThat(CallOutcome.of(
                        new OutboundOutcome.Refused(OutboundOutcome.Reason.SSRF_BLOCKED, "not on the Internet"), NOW))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        assertThat(CallOutcome.of(
                        new OutboundOutcome.Unreachable(OutboundOutcome.Kind.TIMEOUT, "no answer in time"), NOW))
                .isEqualTo(new Outcome.NotYet(null, "TIMEOUT: no answer in time", Optional.empty()));
    }

    @Test
    void theEndpointMayAskForTimeInBothForms() {
        assertThat(asked("120")).contains(Duration.ofMinutes(2));
        assertThat(asked("Wed, 18 Nov 2026 09:25:00 GMT")).contains(Duration.ofMinutes(1));
        assertThat(asked("Wed, 18 Nov 2026 09:23:00 GMT")).isEmpty();
        assertThat(asked("soon")).isEmpty();
        assertThat(asked("-5")).isEmpty();
        assertThat(asked("99999999999999999999")).isEmpty();
    }

    private static Optional<Duration> asked(String retryAfter) {
        Outcome outcome = CallOutcome.of(answer(503, Map.of("Retry-After", List.of(retryAfter))), NOW);
        return ((Outcome.NotYet) outcome).asked();
    }

    private static Answered answer(int status, Map<String, List<String>> headers) {
        return new Answered(
                status,
                headers,
                new byte[0],
                false,
                "https://receiver.example/",
                List.of(),
                InetAddress.getLoopbackAddress(),
                Optional.empty(),
                new Timings(Duration.ZERO, Duration.ZERO));
    }
}
