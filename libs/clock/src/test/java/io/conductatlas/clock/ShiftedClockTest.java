package io.conductatlas.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftedClockTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void runsShiftedByWhatTheFileHolds() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "-PT240H\n");

        Clock clock = new ShiftedClock(Clock.fixed(NOON, ZoneOffset.UTC), file);

        assertThat(clock.instant()).isEqualTo(NOON.minus(Duration.ofDays(10)));
    }

    @Test
    void movesWhenTheFileIsWrittenAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "PT0S");
        Clock clock = new ShiftedClock(Clock.fixed(NOON, ZoneOffset.UTC), file);

        Files.writeString(file, "PT24H");

        long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (clock.instant().equals(NOON) && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void refusesAFileWithoutADuration() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "tomorrow");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShiftedClock(Clock.systemUTC(), file))
                .withMessageContaining("clock file");
    }

    @Test
    void mintsIdsOfVersion7ThatCarryTheTime() {
        UUID id = Ids.next(Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }
}
