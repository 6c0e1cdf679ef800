package io.conductatlas.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * A clock that runs as another one does, shifted by the duration a file holds: the sandbox writes the file, and all
 * services move with it. A development setting.
 *
 * <p>The file holds one ISO 8601 duration such as {@code -PT240H}. It is read again at most every 50 milliseconds; while
 * it is being replaced the last value counts. Safe for use by several threads.
 */
public final class ShiftedClock extends Clock {

    private static final long READ_EVERY_NANOS = Duration.ofMillis(50).toNanos();

    private final Clock base;
    private final Path file;
    private volatile Reading reading;

    /** @throws IllegalArgumentException if the file cannot be read or holds no duration */
    public ShiftedClock(Clock base, Path file) {
        this.base = base;
        this.file = file;
        try {
            this.reading = new Reading(read(file), System.nanoTime());
        } catch (UncheckedIOException | DateTimeParseException e) {
            throw new IllegalArgumentException("no duration can be read from the clock file " + file, e);
        }
    }

    @Override
    public Instant instant() {
        return base.instant().plus(shift());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(base.withZone(zone), file);
    }

    private Duration shift() {
        Reading last = reading;
        if (System.nanoTime() - last.atNanos < READ_EVERY_NANOS) {
            return last.shift;
        }
        Reading next = new Reading(readOr(last.shift), System.nanoTime());
        reading = next;
        return next.shift;
    }

    private Duration readOr(Duration last) {
        try {
            return read(file);
        } catch (UncheckedIOException | DateTimeParseException e) {
            return last; // half-written at this moment; the next look finds it whole
        }
    }

    private static Duration read(Path file) {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Reading(Duration shift, long atNanos) {}
}
