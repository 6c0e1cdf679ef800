package io.conductatlas.fetcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.events.FailureKind;
import io.conductatlas.fetcher.capture.FetchFailure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Duration DAY = Duration.ofDays(1);
    private final RetryPolicy policy = new RetryPolicy(Duration.ofMinutes(1), Duration.ofHours(6), () -> 0.5);

    @Test
    void triesSoonThenEverMoreRarely() {
        FetchFailure timeout = failure(FailureKind.TIMEOUT, null);

        assertThat(policy.pause(timeout, 1, DAY)).isEqualTo(Duration.ofMinutes(1));
        assertThat(policy.pause(timeout, 2, DAY)).isEqualTo(Duration.ofMinutes(2));
        assertThat(policy.pause(timeout, 5, DAY)).isEqualTo(Duration.ofMinutes(16));
        assertThat(policy.pause(timeout, 9, DAY)).isEqualTo(Duration.ofMinutes(256));
        assertThat(policy.pause(timeout, 10, DAY)).isEqualTo(Duration.ofHours(6));
        assertThat(policy.pause(timeout, 5000, DAY)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void spreadsRetriesByAFifth() {
        FetchFailure timeout = failure(FailureKind.TIMEOUT, null);
        RetryPolicy early = new RetryPolicy(Duration.ofMinutes(10), Duration.ofHours(6), () -> 0);
        RetryPolicy late = new RetryPolicy(Duration.ofMinutes(10), Duration.ofHours(6), () -> 1);

        assertThat(early.pause(timeout, 1, DAY)).isEqualTo(Duration.ofMinutes(8));
        assertThat(late.pause(timeout, 1, DAY)).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void looksAfterWhatSomebodyMustRepairAsOftenAsUsual() {
        FetchFailure gone = failure(FailureKind.GONE, null);

        assertThat(policy.pause(gone, 1, Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
        assertThat(policy.pause(gone, 1, Duration.ofDays(7))).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void staysAwayAsLongAsAskedAndNeverShorterThanUsual() {
        assertThat(policy.pause(failure(FailureKind.TOO_MANY_REQUESTS, Duration.ofHours(20)), 1, DAY))
                .isEqualTo(Duration.ofHours(20));
        assertThat(policy.pause(failure(FailureKind.SERVER_ERROR, Duration.ofSeconds(1)), 3, DAY))
                .isEqualTo(Duration.ofMinutes(4));
    }

    private static FetchFailure failure(FailureKind kind, Duration retryAfter) {
        return new FetchFailure(
                kind,
                "https://larkfield.example/terms",
                Optional.empty(),
                "it failed",
                Optional.ofNullable(retryAfter));
    }
}
