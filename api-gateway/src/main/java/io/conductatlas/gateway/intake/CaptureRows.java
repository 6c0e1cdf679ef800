package io.conductatlas.gateway.intake;

import io.conductatlas.events.CaptureEvent;
import io.conductatlas.events.CaptureFailed;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CaptureRecovered;
import io.conductatlas.events.CheckRecorded;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Attempts to fetch, and how each source fares. */
@ApplicationScoped
class CaptureRows {

    private static final String SUCCEEDED = """
            update document set last_attempt_at = cast(cast(:at as text) as timestamptz), last_ok_at = cast(cast(:at as text) as timestamptz),
                                failures = 0, failing_since = null, next_attempt_at = null,
                                last_failure_kind = null, last_failure_detail = null
             where id = :id and coalesce(last_attempt_at, '-infinity') <= cast(cast(:at as text) as timestamptz)""";

    private static final String FAILED = """
            update document set last_attempt_at = cast(cast(:at as text) as timestamptz), failures = :failures,
                                failing_since = cast(cast(:since as text) as timestamptz), last_failure_kind = :kind,
                                last_failure_detail = :detail, next_attempt_at = cast(cast(:next as text) as timestamptz)
             where id = :id and coalesce(last_attempt_at, '-infinity') <= cast(cast(:at as text) as timestamptz)""";

    private final Tables tables;

    CaptureRows(Tables tables) {
        this.tables = tables;
    }

    Uni<Void> write(CaptureEvent event) {
        if (event instanceof CaptureRecorded recorded) {
            Row row = capture(event, recorded.captureId().toString(), "CHANGED")
                    .with("source_revision", recorded.sourceRevision())
                    .with("content_hash", recorded.contentHash())
                    .with("parts", recorded.parts())
                    .with("warc", recorded.warc());
            return tables.add("capture", row).chain(() -> succeeded(event));
        }
        if (event instanceof CheckRecorded check) {
            Row row = capture(event, check.captureId().toString(), "UNCHANGED")
                    .with("source_revision", check.sourceRevision())
                    .with("content_hash", check.contentHash())
                    .with("same_as", check.sameAs())
                    .with("not_modified", check.notModified());
            return tables.add("capture", row).chain(() -> succeeded(event));
        }
        if (event instanceof CaptureFailed failed) {
            Row row = capture(event, failed.captureId().toString(), "FAILED")
                    .with("source_revision", failed.sourceRevision())
                    .with("failure_kind", failed.kind())
                    .with("url", failed.url())
                    .with("status", failed.status())
                    .with("detail", failed.detail())
                    .with("streak", failed.streak());
            return tables.add("capture", row).chain(() -> failed(failed));
        }
        if (event instanceof CaptureRecovered) {
            return succeeded(event);
        }
        throw new IllegalArgumentException("no projection for " + event.getClass());
    }

    private Uni<Void> succeeded(CaptureEvent event) {
        return tables.run(
                        SUCCEEDED,
                        Map.of(
                                "id", event.document().id(),
                                "at", event.observedAt().toString()))
                .replaceWithVoid();
    }

    private Uni<Void> failed(CaptureFailed event) {
        return tables.run(
                        FAILED,
                        Map.of(
                                "id", event.document().id(),
                                "at", event.observedAt().toString(),
                                "failures", event.streak(),
                                "since", event.failingSince().toString(),
                                "kind", event.kind().name(),
                                "detail", event.detail(),
                                "next", event.nextAttemptAt().toString()))
                .replaceWithVoid();
    }

    private static Row capture(CaptureEvent event, String id, String outcome) {
        return Row.of("id", id)
                .with("document_id", event.document().id())
                .with("platform_id", event.platform().id())
                .with("outcome", outcome)
                .with("origin", event.origin())
                .with("observed_at", event.observedAt())
                .with("recorded_at", event.recordedAt());
    }
}
