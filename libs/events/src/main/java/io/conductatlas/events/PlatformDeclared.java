package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A platform under watch.
 *
 * @param description one neutral sentence; may be empty
 * @param industry for example {@code Social network}; may be empty
 * @param homePage null where none is known
 */
public record PlatformDeclared(
        UUID eventId,
        PlatformRef platform,
        String description,
        String industry,
        @Nullable String homePage,
        Instant recordedAt)
        implements SourceEvent {
    public PlatformDeclared {
        if (homePage != null) {
            Checks.webAddress("homePage", homePage);
        }
    }

    @Override
    public String key() {
        return platform.id().toString();
    }

    @Override
    public String subject() {
        return platform.slug();
    }
}
