package io.conductatlas.events;

import java.time.Instant;
import java.util.UUID;

/** A document is no longer fetched; what was archived stays. */
public record SourceRetired(
        UUID eventId, PlatformRef platform, DocumentRef document, int revision, String reason, Instant recordedAt)
        implements SourceEvent {
    public SourceRetired {
        Checks.atLeast("revision", 1, revision);
        Checks.notBlank("reason", reason);
    }

    @Override
    public String key() {
        return SourceEvent.documentKey(platform.id(), document.id());
    }

    @Override
    public String subject() {
        return platform.slug() + "/" + document.slug();
    }
}
