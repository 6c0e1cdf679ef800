package io.conductatlas.alert.mail;

import io.conductatlas.events.Direction;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.events.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How enums and times are said to people. */
final class Wording {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final String NOT_STATED = "not stated in the document";

    private Wording() {}

    static String severity(Severity severity) {
        return capitalised(severity.name());
    }

    static String tone(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    static String direction(Direction direction) {
        return switch (direction) {
            case NEGATIVE -> "Negative for the people affected";
            case NEUTRAL -> "Neutral for the people affected";
            case POSITIVE -> "Positive for the people affected";
        };
    }

    static String effect(ProvisionEffect effect) {
        return capitalised(effect.name());
    }

    static String date(@Nullable LocalDate date) {
        return date == null ? NOT_STATED : DATE.format(date);
    }

    /** For example {@code 16 to 22 November 2026}: what both days share is said once. */
    static String span(LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            return DATE.format(to);
        }
        String start =
                from.getYear() != to.getYear() ? "d MMMM uuuu" : from.getMonth() != to.getMonth() ? "d MMMM" : "d";
        return DateTimeFormatter.ofPattern(start, Locale.ENGLISH).format(from) + " to " + DATE.format(to);
    }

    /**
     * For example {@code 18 November 2026, 10:24 Europe/Berlin (UTC+01:00)}. The zone by its IANA name and its offset at that moment, because
     * abbreviations such as "IST" or "CST" mean several zones, and because the platform's names for zones depend on the locale data at hand.
     */
    static String moment(Instant instant, ZoneId zone) {
        ZonedDateTime there = instant.atZone(zone);
        String offset = there.getOffset().equals(ZoneOffset.UTC) ? "UTC" : "UTC" + there.getOffset();
        boolean named = !(zone.normalized() instanceof ZoneOffset);
        return MOMENT.format(there) + (named ? " " + zone.getId() + " (" + offset + ")" : " " + offset);
    }

    /** The date from which it applies, and how long that was from when we saw it. */
    static String effective(@Nullable LocalDate effective, Instant detected, ZoneId zone) {
        if (effective == null) {
            return NOT_STATED;
        }
        long days = ChronoUnit.DAYS.between(detected.atZone(zone).toLocalDate(), effective);
        if (days == 0) {
            return date(effective) + " (the day it was detected)";
        }
        return "%s (%s %s it was detected)"
                .formatted(date(effective), days(Math.abs(days)), days > 0 ? "after" : "before");
    }

    static String counted(long count, String one, String many) {
        return count == 1 ? "1 " + one : count + " " + many;
    }

    private static String days(long days) {
        return counted(days, "day", "days");
    }

    private static String capitalised(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
