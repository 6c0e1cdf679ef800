package io.conductatlas.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-18T09:24:00Z | Europe/Berlin | 18 November 2026, 10:24 Europe/Berlin (UTC+01:00)
            2026-07-18T09:24:00Z | Europe/Berlin | 18 July 2026, 11:24 Europe/Berlin (UTC+02:00)
            2026-11-18T20:24:00Z | Asia/Kolkata | 19 November 2026, 01:54 Asia/Kolkata (UTC+05:30)
            2026-01-18T09:24:00Z | Europe/London | 18 January 2026, 09:24 Europe/London (UTC)
            2026-11-18T09:24:00Z | UTC | 18 November 2026, 09:24 UTC
            2026-11-18T09:24:00Z | Z | 18 November 2026, 09:24 UTC
            2026-11-18T09:24:00Z | -03:00 | 18 November 2026, 06:24 UTC-03:00
            """)
    void aMomentIsSaidWithItsZoneAndItsOffsetThen(Instant instant, String zone, String said) {
        assertThat(Wording.moment(instant, ZoneId.of(zone))).isEqualTo(said);
    }
}
