package io.conductatlas.gateway.pages.parts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time as people and as machines read it.
 *
 * @param iso ISO 8601
 * @param text in English, times in UTC
 */
public record Moment(String iso, String text) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** To the minute. */
    public static Moment of(Instant instant) {
        return new Moment(instant.truncatedTo(ChronoUnit.SECONDS).toString(), TIME.format(instant));
    }

    /** A day that a text states. */
    public static Moment of(LocalDate day) {
        return new Moment(day.toString(), DAY.format(day));
    }

    /** The day of an instant. */
    public static Moment dayOf(Instant instant) {
        return of(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /** To the minute, or null for null. */
    public static @Nullable Moment orNull(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    /** A day that a text states, or null where it states none. */
    public static @Nullable Moment orNull(@Nullable LocalDate day) {
        return day == null ? null : of(day);
    }
}
