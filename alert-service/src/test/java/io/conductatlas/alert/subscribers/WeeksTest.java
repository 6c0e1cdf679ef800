package io.conductatlas.alert.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeksTest {

    @ParameterizedTest
    @CsvSource({
        // an ordinary week
        "Europe/Berlin,    2026-11-18T12:00:00Z, 2026-11-22T23:00:00Z",
        // clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October 2026
        "Europe/Berlin,    2026-03-22T23:00:00Z, 2026-03-29T22:00:00Z",
        "Europe/Berlin,    2026-10-18T22:00:00Z, 2026-10-25T23:00:00Z",
        // the same in New York: 8 March and 1 November
        "America/New_York, 2026-03-02T05:00:00Z, 2026-03-09T04:00:00Z",
        "America/New_York, 2026-10-26T04:00:00Z, 2026-11-02T05:00:00Z",
        // half an hour only, and on the other side of the year: 5 April
        "Australia/Lord_Howe, 2026-03-29T13:00:00Z, 2026-04-05T13:30:00Z",
        // far east of Greenwich it is Monday long before
        "Pacific/Kiritimati, 2026-11-22T09:59:59Z, 2026-11-22T10:00:00Z",
        "Pacific/Kiritimati, 2026-11-22T10:00:00Z, 2026-11-29T10:00:00Z",
    })
    void aWeekEndsOnMondayMidnightThere(String zone, Instant now, Instant end) {
        assertThat(Weeks.nextAfter(now, ZoneId.of(zone))).isEqualTo(end);
    }

    @Test
    void aWeekHasAnHourLessOrMoreWhenClocksChange() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant spring = Instant.parse("2026-03-22T23:00:00Z");
        Instant autumn = Instant.parse("2026-10-18T22:00:00Z");

        assertThat(Duration.between(spring, Weeks.nextAfter(spring, berlin))).isEqualTo(Duration.ofHours(167));
        assertThat(Duration.between(autumn, Weeks.nextAfter(autumn, berlin))).isEqualTo(Duration.ofHours(169));
    }

    @Test
    void whereMidnightIsSkippedTheWeekBeginsWithTheFirstHourThereIs() {
        ZoneId beirut = ZoneId.of("Asia/Beirut");
        Instant start = Instant.parse("2026-01-01T00:00:00Z");

        for (int week = 0; week < 60; week++) {
            Instant next = Weeks.nextAfter(start, beirut);
            ZonedDateTime there = next.atZone(beirut);
            assertThat(there.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(next.minusMillis(1).atZone(beirut).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            start = next;
        }
    }
}
