package io.conductatlas.delivery;

import io.conductatlas.events.CheckRecorded;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.Origin;
import io.conductatlas.events.PlatformDeclared;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.Selector;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.SourceLocation;
import io.conductatlas.events.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events about invented platforms. */
final class Events {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Events() {}

    static PlatformRef aPlatform() {
        return new PlatformRef(UUID.randomUUID(), "larkfield", "Larkfield");
    }

    static CheckRecorded aCheck(PlatformRef platform) {
        return new CheckRecorded(
                UUID.randomUUID(),
                UUID.randomUUID(),
                platform,
                aDocument(),
                1,
                UUID.randomUUID(),
                true,
                "a".repeat(64),
                Origin.LIVE,
                NOON,
                NOON);
    }

    static CheckRecorded aCheck() {
        return aCheck(aPlatform());
    }

    static PlatformDeclared aPlatformDeclared(String description) {
        return new PlatformDeclared(UUID.randomUUID(), aPlatform(), description, "Social", null, NOON);
    }

    static SourceDeclared aSource(PlatformRef platform) {
        return new SourceDeclared(
                UUID.randomUUID(),
                platform,
                aDocument(),
                1,
                List.of(new SourceLocation(
                        "https://larkfield.example/privacy", List.of(Selector.css("main")), List.of())),
                FetchMode.HTTP,
                Duration.ofHours(12),
                false,
                0,
                NOON);
    }

    private static DocumentRef aDocument() {
        return new DocumentRef(
                UUID.randomUUID(), "privacy-policy", "Privacy Policy", "privacy-policy", Variant.DEFAULT);
    }
}
