package io.conductatlas.gateway.intake;

import io.conductatlas.events.CaptureRefused;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.ChangeEvent;
import io.conductatlas.events.EffectiveDateChanged;
import io.conductatlas.events.RelocatedPassage;
import io.conductatlas.events.TextRelocated;
import io.conductatlas.events.VariantRecognised;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Versions with their appearances, changes, refusals, variants and dates. */
@ApplicationScoped
class ChangeRows {

    private final Tables tables;

    ChangeRows(Tables tables) {
        this.tables = tables;
    }

    Uni<Void> write(ChangeEvent event) {
        if (event instanceof VersionRecorded recorded) {
            return version(recorded);
        }
        if (event instanceof ChangeDetected detected) {
            return change(detected);
        }
        if (event instanceof CaptureRefused refused) {
            Row row = Row.of("capture_id", refused.captureId())
                    .with("document_id", refused.document().id())
                    .with("platform_id", refused.platform().id())
                    .with("reason", refused.reason())
                    .with("detail", refused.detail())
                    .with("warc", refused.warc())
                    .with("origin", refused.origin())
                    .with("observed_at", refused.observedAt())
                    .with("recorded_at", refused.recordedAt());
            return tables.put("refusal", "capture_id", row);
        }
        if (event instanceof VariantRecognised recognised) {
            Row row = Row.of("event_id", recognised.eventId())
                    .with("document_id", recognised.document().id())
                    .with("version_a", recognised.a().id())
                    .with("version_b", recognised.b().id())
                    .with("flips", recognised.flips())
                    .with("flapping", Boolean.TRUE.equals(recognised.flapping()))
                    .with("observed_at", recognised.observedAt());
            return tables.add("variant_pair", row).replaceWithVoid();
        }
        if (event instanceof EffectiveDateChanged moved) {
            Row row = Row.of("event_id", moved.eventId())
                    .with("change_id", moved.changeId())
                    .with("before", moved.before())
                    .with("after", moved.after())
                    .with("observed_at", moved.observedAt());
            return tables.add("effective_date_move", row).replaceWithVoid();
        }
        if (event instanceof TextRelocated relocated) {
            return relocation(relocated);
        }
        throw new IllegalArgumentException("no projection for " + event.getClass());
    }

    private Uni<Void> relocation(TextRelocated relocated) {
        Row row = Row.of("event_id", relocated.eventId())
                .with("platform_id", relocated.platform().id())
                .with("resemblance", relocated.resemblance())
                .with("weakened", relocated.weakened())
                .with("words_lost", relocated.wordsLost())
                .with("observed_at", relocated.observedAt());
        Uni<Void> written = tables.add("relocation", row).chain(() -> passage(relocated, 0, relocated.from()));
        for (int i = 0; i < relocated.to().size(); i++) {
            int place = i + 1;
            RelocatedPassage passage = relocated.to().get(i);
            written = written.chain(() -> passage(relocated, place, passage));
        }
        return written;
    }

    private Uni<Void> passage(TextRelocated relocated, int place, RelocatedPassage passage) {
        Row row = Row.of("event_id", relocated.eventId())
                .with("place", place)
                .with("document_id", passage.documentId())
                .with("change_id", passage.changeId())
                .with("version_id", passage.versionId())
                .with("start_offset", passage.start())
                .with("end_offset", passage.end());
        return tables.add("relocated_passage", row).replaceWithVoid();
    }

    private Uni<Void> version(VersionRecorded recorded) {
        Row version = Row.of("id", recorded.version().id())
                .with("document_id", recorded.document().id())
                .with("platform_id", recorded.platform().id())
                .with("number", recorded.version().number())
                .with("text_hash", recorded.version().textHash())
                .with("markdown", recorded.version().markdown())
                .with("text", recorded.version().text())
                .with("words", recorded.words())
                .with("sentences", recorded.sentences())
                .with("sections", recorded.sections())
                .with("effective_date", recorded.effectiveDate())
                .with("last_updated_date", recorded.lastUpdatedDate())
                .with("origin", recorded.origin())
                .with("recorded_at", recorded.recordedAt());
        Row appearance = Row.of("id", recorded.version().appearanceId())
                .with("version_id", recorded.version().id())
                .with("document_id", recorded.document().id())
                .with("capture_id", recorded.captureId())
                .with("came_back", recorded.returning())
                .with("origin", recorded.origin())
                .with("observed_at", recorded.version().observedAt())
                .with("recorded_at", recorded.recordedAt());
        return tables.add("version", version)
                .chain(() -> tables.add("appearance", appearance))
                .replaceWithVoid();
    }

    private Uni<Void> change(ChangeDetected detected) {
        Row row = Row.of("id", detected.changeId())
                .with("document_id", detected.document().id())
                .with("platform_id", detected.platform().id())
                .with("from_version", detected.from().id())
                .with("from_observed_at", detected.from().observedAt())
                .with("to_version", detected.to().id())
                .with("to_observed_at", detected.to().observedAt())
                .with("change_class", detected.changeClass())
                .with("counts", detected.counts())
                .with("significance", detected.significance())
                .with("hunks", detected.hunks())
                .with("effective_date", detected.effectiveDate())
                .with("published_date", detected.publishedDate())
                .with("group_id", detected.groupId())
                .with("origin", detected.origin())
                .with("observed_at", detected.observedAt())
                .with("recorded_at", detected.recordedAt());
        return tables.put("change", "id", row);
    }
}
