package io.conductatlas.fetcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Moves the clock of the application under test. */
public final class TestClock {

    private TestClock() {}

    /** Lets {@code time} pass at once, for good: the clock of a service never goes back. */
    public static synchronized void advance(Duration time) {
        Path file = Path.of(ConfigProvider.getConfig().getValue("atlas.clock.file", String.class));
        try {
            Duration shift = Duration.parse(Files.readString(file).strip()).plus(time);
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), shift.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
