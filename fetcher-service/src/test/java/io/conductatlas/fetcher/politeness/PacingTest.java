package io.conductatlas.fetcher.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.fetcher.FetchConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PacingTest {

    private final Pacing pacing = new Pacing(defaults());

    @Test
    void leavesAHostAloneForTwoSecondsAtLeast() {
        assertThat(pacing.after(Duration.ofMillis(20), Optional.empty(), 0, false))
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void isGentlerToSlowHosts() {
        assertThat(pacing.after(Duration.ofSeconds(3), Optional.empty(), 0, false))
                .isEqualTo(Duration.ofSeconds(15));
        assertThat(pacing.after(Duration.ofSeconds(50), Optional.empty(), 0, false))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void keepsTheCrawlDelayHoweverLong() {
        assertThat(pacing.after(Duration.ZERO, Optional.of(Duration.ofSeconds(45)), 0, false))
                .isEqualTo(Duration.ofSeconds(45));
        assertThat(pacing.after(Duration.ZERO, Optional.of(Duration.ofMinutes(15)), 0, false))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void withdrawsFromHostsThatDoNotAnswer() {
        assertThat(pacing.after(Duration.ZERO, Optional.empty(), 1, false)).isEqualTo(Duration.ofSeconds(4));
        assertThat(pacing.after(Duration.ZERO, Optional.empty(), 5, false)).isEqualTo(Duration.ofSeconds(64));
        assertThat(pacing.after(Duration.ZERO, Optional.empty(), 500, false)).isEqualTo(Duration.ofSeconds(512));
        assertThat(pacing.after(Duration.ofSeconds(9), Optional.empty(), 500, false))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void hurriesOnThisMachineOnly() {
        assertThat(pacing.after(Duration.ofSeconds(9), Optional.of(Duration.ofHours(1)), 3, true))
                .isEqualTo(Duration.ofMillis(50));
    }

    private static FetchConfig defaults() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(FetchConfig.class)
                .withDefaultValue("atlas.fetch.loopback-delay", "PT0.05S")
                .build();
        return config.getConfigMapping(FetchConfig.class);
    }
}
