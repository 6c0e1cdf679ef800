package io.conductatlas.gateway.intake;

import io.conductatlas.events.AssessmentEvent;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.DocumentAssessed;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.VersionRef;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Provisions as their documents' latest assessments have them, and what the changes did to them. */
@ApplicationScoped
class AssessmentRows {

    /** What the version assessed does not hold is gone, unless a later version was assessed already. */
    private static final String GONE = """
            update provision set present = false
             where document_id = :document and present and last_observed_at <= cast(cast(:at as text) as timestamptz)
               and not (id = any(string_to_array(:held, ',')))""";

    /** Where a version assessed now was observed before all that were assessed until now, it is the first. */
    private static final String FIRST = """
            update provision set first_version = :version, first_observed_at = cast(cast(:at as text) as timestamptz)
             where id = any(string_to_array(:held, ','))
               and (first_observed_at is null or first_observed_at > cast(cast(:at as text) as timestamptz))""";

    private final Tables tables;

    AssessmentRows(Tables tables) {
        this.tables = tables;
    }

    Uni<Void> write(AssessmentEvent event, List<HeldProvision> provisions) {
        if (event instanceof DocumentAssessed assessed) {
            Row row = Row.of("event_id", assessed.eventId())
                    .with("document_id", assessed.document().id())
                    .with("version_id", assessed.version().id())
                    .with("provisions", assessed.provisions())
                    .with("object", assessed.assessment())
                    .with("catalogue_version", assessed.catalogueVersion())
                    .with("recorded_at", assessed.recordedAt());
            return tables.add("document_assessment", row)
                    .chain(() -> held(event, assessed.version(), assessed.catalogueVersion(), provisions));
        }
        if (event instanceof ChangeAssessed assessed) {
            return assessment(assessed)
                    .chain(() -> held(event, assessed.to(), assessed.catalogueVersion(), provisions))
                    .chain(() -> tables.putAll(
                            "provision_event",
                            "provision_id, change_id, effect",
                            assessed.provisionChanges().stream()
                                    .map(change -> touched(assessed, change))
                                    .toList()));
        }
        throw new IllegalArgumentException("no projection for " + event.getClass());
    }

    private Uni<Void> assessment(ChangeAssessed assessed) {
        Row row = Row.of("change_id", assessed.changeId())
                .with("document_id", assessed.document().id())
                .with("platform_id", assessed.platform().id())
                .with("alerting", assessed.alerting())
                .with("severity", assessed.severity())
                .with("direction", assessed.direction())
                .with("title", assessed.title())
                .with("summary", assessed.summary())
                .with("labels", assessed.labels())
                .with("provision_changes", assessed.provisionChanges())
                .with("provision_change_count", assessed.provisionChangeCount())
                .with("regulations", assessed.regulations())
                .with("object", assessed.assessment())
                .with("catalogue_version", assessed.catalogueVersion())
                .with("recorded_at", assessed.recordedAt());
        return tables.putIf("excluded.recorded_at >= assessment.recorded_at", "assessment", "change_id", row);
    }

    private Uni<Void> held(
            AssessmentEvent event, VersionRef version, String catalogueVersion, List<HeldProvision> provisions) {
        String ids = String.join(",", provisions.stream().map(HeldProvision::id).toList());
        String at = version.observedAt().toString();
        List<Row> rows = provisions.stream()
                .map(provision -> row(event, version, catalogueVersion, provision))
                .toList();
        return tables.putAllIf("excluded.last_observed_at >= provision.last_observed_at", "provision", "id", rows)
                .chain(() -> tables.run(FIRST, Map.of("version", version.id(), "at", at, "held", ids)))
                .chain(() ->
                        tables.run(GONE, Map.of("document", event.document().id(), "at", at, "held", ids)))
                .replaceWithVoid();
    }

    private static Row row(
            AssessmentEvent event, VersionRef version, String catalogueVersion, HeldProvision provision) {
        return Row.of("id", provision.id())
                .with("document_id", event.document().id())
                .with("platform_id", event.platform().id())
                .with("type", provision.type())
                .with("title", provision.title())
                .with("polarity", provision.polarity())
                .with("severity", provision.severity())
                .with("confidence", provision.confidence())
                .with("evidence", provision.evidence())
                .with("choice", provision.choice())
                .with("record", provision.record())
                .with("present", true)
                .with("quotes", provision.quotes())
                .with("factors", provision.factors())
                .with("regulations", provision.regulations())
                .with("last_version", version.id())
                .with("last_observed_at", version.observedAt())
                .with("catalogue_version", catalogueVersion)
                .with("recorded_at", event.recordedAt());
    }

    private static Row touched(ChangeAssessed assessed, ProvisionChange change) {
        return Row.of("provision_id", change.provisionId())
                .with("change_id", assessed.changeId())
                .with("effect", change.effect())
                .with("severity", change.severity())
                .with("direction", change.direction())
                .with("observed_at", assessed.observedAt());
    }
}
