package io.conductatlas.gateway.intake;

import io.conductatlas.events.AssessmentReviewed;
import io.conductatlas.events.CaptureReviewed;
import io.conductatlas.events.ProvisionReviewed;
import io.conductatlas.events.ReviewEvent;
import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What our staff decided. */
@ApplicationScoped
class ReviewRows {

    private final Tables tables;

    ReviewRows(Tables tables) {
        this.tables = tables;
    }

    Uni<Void> write(ReviewEvent event) {
        if (event instanceof CaptureReviewed review) {
            return write(event, "CAPTURE", review.verdict(), Map.of());
        }
        if (event instanceof ProvisionReviewed review) {
            return write(
                    event,
                    "PROVISION",
                    review.verdict(),
                    Map.of(
                            "type", Optional.ofNullable(review.correctedType()).orElse(""),
                            "severity", text(review.correctedSeverity())));
        }
        if (event instanceof AssessmentReviewed review) {
            return write(
                    event,
                    "ASSESSMENT",
                    review.verdict(),
                    Map.of(
                            "severity", text(review.correctedSeverity()),
                            "direction", text(review.correctedDirection()),
                            "summary",
                                    Optional.ofNullable(review.correctedSummary())
                                            .orElse("")));
        }
        throw new IllegalArgumentException("no projection for " + event.getClass());
    }

    private Uni<Void> write(ReviewEvent event, String kind, ReviewVerdict verdict, Map<String, String> correction) {
        Row row = Row.of("event_id", event.eventId())
                .with("kind", kind)
                .with("subject", event.subject())
                .with("platform_id", event.platform().id())
                .with("document_id", event.document().id())
                .with("verdict", verdict)
                .with("correction", correction)
                .with("reviewer", event.reviewer())
                .with("reason", event.reason())
                .with("recorded_at", event.recordedAt());
        return tables.add("review", row).replaceWithVoid();
    }

    private static String text(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name();
    }
}
