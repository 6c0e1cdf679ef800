package io.conductatlas.local.sandbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.local.stack.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the sandbox of a stack has come.
 *
 * @param firstDay the simulated moment its first day began
 * @param played how many of its days were played to their end
 * @param summary what the finished demo said; empty until then
 */
public record Progress(String firstDay, int played, String summary) {
    private static final JsonMapper JSON = new JsonMapper();

    public static Optional<Progress> of(StateFolder state) {
        try {
            return Files.exists(state.sandbox())
                    ? Optional.of(JSON.readValue(state.sandbox().toFile(), Progress.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(StateFolder state) {
        try {
            state.write(state.sandbox(), JSON.writeValueAsString(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant firstInstant() {
        return Instant.parse(firstDay);
    }

    /** The day of the script at the clock's time, from 0. */
    int dayAt(Clock clock, int days) {
        long passed = Duration.between(firstInstant(), clock.instant()).toDays();
        return (int) Math.max(0, Math.min(days - 1, passed));
    }
}
