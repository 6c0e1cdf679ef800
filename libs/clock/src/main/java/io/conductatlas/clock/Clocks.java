package io.conductatlas.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives services their clock: the system's, or the sandbox's where {@code atlas.clock.file} names its file. */
@ApplicationScoped
class Clocks {

    @Produces
    @ApplicationScoped
    Clock clock(@ConfigProperty(name = "atlas.clock.file") Optional<String> file) {
        return file.filter(name -> !name.isBlank())
                .<Clock>map(name -> new ShiftedClock(Clock.systemUTC(), Path.of(name)))
                .orElseGet(Clock::systemUTC);
    }
}
