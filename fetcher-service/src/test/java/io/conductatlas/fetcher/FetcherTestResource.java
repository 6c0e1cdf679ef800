package io.conductatlas.fetcher;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Settings for tests: a clock that can be moved, short pauses for this machine, a token for the intake. */
public final class FetcherTestResource implements QuarkusTestResourceLifecycleManager {

    static final String TOKEN = "test-intake-token";
    static final String LOOPBACK_DELAY = "100ms";

    private Path clockFile;

    @Override
    public Map<String, String> start() {
        try {
            clockFile = Files.createTempFile("fetcher-clock-", ".txt");
            Files.writeString(clockFile, "PT0S");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "atlas.clock.file",
                clockFile.toString(),
                "atlas.intake.token",
                TOKEN,
                "atlas.fetch.loopback-delay",
                LOOPBACK_DELAY,
                "atlas.fetch.look-every",
                "50ms",
                "atlas.outbound.read-timeout",
                "2s");
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(clockFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
