package io.conductatlas.gateway.intake;

import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.PlatformDeclared;
import io.conductatlas.events.PlatformEvent;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.SourceEvent;
import io.conductatlas.events.SourceRetired;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Platforms, documents and their sources. A state is only ever replaced by a later one. */
@ApplicationScoped
class SourceRows {

    private static final Duration UNKNOWN_CADENCE = Duration.ofDays(1);

    private final Tables tables;

    SourceRows(Tables tables) {
        this.tables = tables;
    }

    Uni<Void> write(SourceEvent event) {
        if (event instanceof PlatformDeclared declared) {
            Row row = platform(declared.platform(), declared.recordedAt())
                    .with("description", declared.description())
                    .with("industry", declared.industry())
                    .with("home_page", declared.homePage());
            return tables.putIf("excluded.recorded_at >= platform.recorded_at", "platform", "id", row);
        }
        if (event instanceof SourceDeclared declared) {
            Row row = document(declared.platform(), declared.document())
                    .with("revision", declared.revision())
                    .with("locations", declared.locations())
                    .with("fetch_mode", declared.fetchMode())
                    .with("cadence", declared.cadence())
                    .with("paused", declared.paused())
                    .with("fetch_now", declared.fetchNow())
                    .with("retired", false)
                    .with("retired_reason", null)
                    .with("recorded_at", declared.recordedAt());
            return ensure(declared.platform())
                    .chain(() -> tables.putIf("excluded.revision >= document.revision", "document", "id", row))
                    .chain(() -> keepRevision(declared));
        }
        if (event instanceof SourceRetired retired) {
            return ensure(retired.platform())
                    .chain(() -> ensure(retired.platform(), retired.document(), retired.recordedAt()))
                    .chain(() -> tables.run(
                            """
                            update document set retired = true, retired_reason = :reason, revision = :revision
                             where id = :id and revision <= :revision""",
                            Map.of(
                                    "reason", retired.reason(),
                                    "revision", retired.revision(),
                                    "id", retired.document().id())))
                    .replaceWithVoid();
        }
        throw new IllegalArgumentException("no projection for " + event.getClass());
    }

    /** Rows for what an event names, where the topic of sources has not told of it yet. */
    Uni<Void> ensure(PlatformEvent event, Instant recordedAt) {
        return ensure(event.platform()).chain(() -> ensure(event.platform(), event.document(), recordedAt));
    }

    private Uni<Void> ensure(PlatformRef platform) {
        Row row = platform(platform, Instant.EPOCH)
                .with("description", "")
                .with("industry", "")
                .with("home_page", null);
        return tables.add("platform", row).replaceWithVoid();
    }

    private Uni<Void> ensure(PlatformRef platform, DocumentRef document, Instant recordedAt) {
        Row row = document(platform, document)
                .with("revision", 0)
                .with("locations", List.of())
                .with("fetch_mode", FetchMode.ARCHIVE)
                .with("cadence", UNKNOWN_CADENCE)
                .with("paused", false)
                .with("fetch_now", 0)
                .with("retired", false)
                .with("recorded_at", recordedAt);
        return tables.add("document", row).replaceWithVoid();
    }

    private Uni<Void> keepRevision(SourceDeclared declared) {
        Row row = Row.of("document_id", declared.document().id())
                .with("revision", declared.revision())
                .with("locations", declared.locations())
                .with("fetch_mode", declared.fetchMode())
                .with("cadence", declared.cadence())
                .with("paused", declared.paused())
                .with("recorded_at", declared.recordedAt());
        return tables.add("source_revision", row).replaceWithVoid();
    }

    private static Row platform(PlatformRef platform, Instant recordedAt) {
        return Row.of("id", platform.id())
                .with("slug", platform.slug())
                .with("name", platform.name())
                .with("recorded_at", recordedAt);
    }

    private static Row document(PlatformRef platform, DocumentRef document) {
        return Row.of("id", document.id())
                .with("platform_id", platform.id())
                .with("slug", document.slug())
                .with("name", document.name())
                .with("type", document.type())
                .with("language", document.variant().language())
                .with("region", document.variant().region())
                .with("surface", document.variant().surface());
    }
}
