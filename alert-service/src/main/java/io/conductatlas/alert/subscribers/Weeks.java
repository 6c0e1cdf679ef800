package io.conductatlas.alert.subscribers;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** Where ISO weeks begin in a subscriber's zone. */
public final class Weeks {

    private Weeks() {}

    /** The first Monday 00:00 in {@code zone} after {@code instant}; where there is no such hour, the first there is. */
    public static Instant nextAfter(Instant instant, ZoneId zone) {
        LocalDate today = instant.atZone(zone).toLocalDate();
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(zone)
                .toInstant();
    }
}
