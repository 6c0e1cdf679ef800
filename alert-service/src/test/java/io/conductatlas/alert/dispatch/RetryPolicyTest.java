package io.conductatlas.alert.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final List<Duration> WEBHOOK_PAUSES = Stream.of(
                    "PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")
            .map(Duration::parse)
            .toList();
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void followsTheScheduleOfStandardWebhooksForTenTries() {
        RetryPolicy policy = new RetryPolicy(WEBHOOK_PAUSES, false, MONTH, 0.2, () -> 0.5);

        for (int attempt = 1; attempt <= 9; attempt++) {
            assertThat(policy.pauseAfter(attempt, Duration.ZERO, Optional.empty()))
                    .contains(WEBHOOK_PAUSES.get(attempt - 1));
        }
        assertThat(policy.pauseAfter(10, Duration.ZERO, Optional.empty())).isEmpty();
    }

    @Test
    void keepsEveryPauseWithinAFifthOfItself() {
        RetryPolicy shortest = new RetryPolicy(WEBHOOK_PAUSES, false, MONTH, 0.2, () -> 0);
        RetryPolicy longest = new RetryPolicy(WEBHOOK_PAUSES, false, MONTH, 0.2, () -> Math.nextDown(1.0));

        for (int attempt = 1; attempt <= 9; attempt++) {
            long planned = WEBHOOK_PAUSES.get(attempt - 1).toMillis();
            assertThat(shortest.pauseAfter(attempt, Duration.ZERO, Optional.empty()))
                    .contains(Duration.ofMillis(planned * 8 / 10));
            assertThat(longest.pauseAfter(attempt, Duration.ZERO, Optional.empty()))
                    .contains(Duration.ofMillis(planned * 12 / 10));
        }
    }

    @Test
    void waitsAsLongAsItIsAskedToButNeverLessThanPlannedNorMoreThanADay() {
        RetryPolicy policy = new RetryPolicy(WEBHOOK_PAUSES, false, MONTH, 0, () -> 0.5);

        assertThat(policy.pauseAfter(1, Duration.ZERO, Optional.of(Duration.ofSeconds(90))))
                .contains(Duration.ofSeconds(90));
        assertThat(policy.pauseAfter(2, Duration.ZERO, Optional.of(Duration.ofSeconds(90))))
                .contains(Duration.ofMinutes(5));
        assertThat(policy.pauseAfter(1, Duration.ZERO, Optional.of(Duration.ofDays(9))))
                .contains(Duration.ofDays(1));
    }

    @Test
    void triesMailForADayWithALastPauseThatRepeats() {
        RetryPolicy policy = new RetryPolicy(
                List.of(Duration.ofMinutes(1), Duration.ofHours(2)), true, Duration.ofHours(24), 0, () -> 0.5);

        assertThat(policy.pauseAfter(40, Duration.ofHours(21), Optional.empty()))
                .contains(Duration.ofHours(2));
        assertThat(policy.pauseAfter(41, Duration.ofHours(23), Optional.empty()))
                .isEmpty();
    }
}
