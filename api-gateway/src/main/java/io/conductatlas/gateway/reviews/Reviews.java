package io.conductatlas.gateway.reviews;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.events.AssessmentReviewed;
import io.conductatlas.events.CaptureReviewed;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.ProvisionReviewed;
import io.conductatlas.events.ReviewEvent;
import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.events.Variant;
import io.conductatlas.gateway.audit.Audit;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records reviews: the row, the audit row and the event in one transaction, while nobody else reviews of that platform. */
@ApplicationScoped
public class Reviews {

    private final Tables tables;
    private final Outbox outbox;
    private final Audit audit;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final Catalogue catalogue = Catalogue.bundled();

    Reviews(Tables tables, Outbox outbox, Audit audit, SecurityIdentity identity, Clock clock) {
        this.tables = tables;
        this.outbox = outbox;
        this.audit = audit;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Says of a refused capture that it is the agreement after all, or that it rightly was refused. Fails with 409 if
     * somebody has said something else of it since the page was made.
     *
     * @param seen the verdict that stood when the reviewer looked; null where there was none
     * @param reason in the reviewer's words
     */
    public Uni<Void> ofCapture(UUID captureId, @Nullable ReviewVerdict seen, ReviewVerdict verdict, String reason) {
        return Panache.withTransaction(() -> refused(captureId).chain(refused -> {
            if (!Objects.equals(refused.verdict(), seen) || seen == ReviewVerdict.ACCEPTED) {
                throw new ProblemException(
                        "reviewed-already", "It was reviewed", 409, "Somebody has reviewed this capture meanwhile.");
            }
            CaptureReviewed event = new CaptureReviewed(
                    Ids.next(clock),
                    captureId,
                    refused.platform(),
                    refused.document().ref(),
                    verdict,
                    identity.getPrincipal().getName(),
                    reason,
                    clock.instant());
            return tables.add("review", row(event))
                    .chain(() -> audit.note(
                            verdict == ReviewVerdict.ACCEPTED ? "refused-capture-accepted" : "refusal-confirmed",
                            captureId.toString(),
                            seen,
                            event,
                            reason))
                    .chain(() -> outbox.add(event));
        }));
    }

    /**
     * Accepts, corrects or rejects a provision, for this and every further reading. Fails with 404 where there is none, with
     * 409 if somebody has said something else of it since the reviewer looked, with 422 where the verdict has faults.
     */
    public Uni<Void> ofProvision(String id, Verdict said) {
        Verdict.Checked verdict = said.ofProvision(catalogue);
        return Panache.withTransaction(() -> reviewed("provision", "provision", "id", id)
                .chain(found -> {
                    found.mustStillStand(verdict.lastReview());
                    ProvisionReviewed event = new ProvisionReviewed(
                            Ids.next(clock),
                            id,
                            found.platform(),
                            found.document().ref(),
                            verdict.verdict(),
                            verdict.type(),
                            verdict.severity(),
                            identity.getPrincipal().getName(),
                            verdict.reason(),
                            clock.instant());
                    return keep(event, "PROVISION", verdict, found);
                }));
    }

    /** Accepts, corrects or rejects the assessment of a change. Fails as {@link #ofProvision} does. */
    public Uni<Void> ofAssessment(String changeId, Verdict said) {
        Verdict.Checked verdict = said.ofAssessment();
        return Panache.withTransaction(() -> reviewed("assessment of the change", "assessment", "change_id", changeId)
                .chain(found -> {
                    found.mustStillStand(verdict.lastReview());
                    AssessmentReviewed event = new AssessmentReviewed(
                            Ids.next(clock),
                            changeId,
                            found.platform(),
                            found.document().ref(),
                            verdict.verdict(),
                            verdict.severity(),
                            verdict.direction(),
                            verdict.summary(),
                            identity.getPrincipal().getName(),
                            verdict.reason(),
                            clock.instant());
                    return keep(event, "ASSESSMENT", verdict, found);
                }));
    }

    private Uni<Void> keep(ReviewEvent event, String kind, Verdict.Checked verdict, Reviewed found) {
        Row row = Row.of("event_id", event.eventId())
                .with("kind", kind)
                .with("subject", event.subject())
                .with("platform_id", event.platform().id())
                .with("document_id", event.document().id())
                .with("verdict", verdict.verdict())
                .with("correction", correction(verdict))
                .with("reviewer", event.reviewer())
                .with("reason", event.reason())
                .with("recorded_at", event.recordedAt());
        return tables.add("review", row)
                .chain(() -> audit.note(
                        "%s-%s"
                                .formatted(
                                        kind.toLowerCase(Locale.ROOT),
                                        verdict.verdict().name().toLowerCase(Locale.ROOT)),
                        event.subject(),
                        found.lastReview(),
                        event,
                        verdict.reason()))
                .chain(() -> outbox.add(event));
    }

    private static Map<String, String> correction(Verdict.Checked verdict) {
        Map<String, String> correction = new TreeMap<>();
        if (verdict.type() != null) {
            correction.put("type", verdict.type());
        }
        if (verdict.severity() != null) {
            correction.put("severity", verdict.severity().name());
        }
        if (verdict.direction() != null) {
            correction.put("direction", verdict.direction().name());
        }
        if (verdict.summary() != null) {
            correction.put("summary", verdict.summary());
        }
        return correction;
    }

    /** What is reviewed, while nobody else reviews of its platform. Table and key come from our own code. */
    private Uni<Reviewed> reviewed(String what, String table, String key, String id) {
        return tables.first(
                        Locked.class,
                        "select p.id from platform p join %s s on s.platform_id = p.id where s.%s = :id for update of p"
                                .formatted(table, key),
                        Map.of("id", id))
                .chain(() -> tables.first(Reviewed.class, """
                        select json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) as platform,
                               json_build_object('id', d.id, 'slug', d.slug, 'name', d.name, 'type', d.type,
                                                 'language', d.language, 'region', d.region,
                                                 'surface', d.surface) as document,
                               (select r.event_id from review r where r.subject = s.%2$s
                                 order by r.recorded_at desc, cast(r.event_id as text) desc limit 1) as last_review
                          from %1$s s join document d on d.id = s.document_id join platform p on p.id = s.platform_id
                         where s.%2$s = :id""".formatted(table, key), Map.of("id", id)))
                .map(found -> found.orElseThrow(() -> ProblemException.notFound(what, id)));
    }

    /** Holds the platform's row, as whoever tells something of a platform does. */
    private Uni<Refused> refused(UUID captureId) {
        return tables.first(Locked.class, """
                        select p.id from platform p join refusal r on r.platform_id = p.id
                         where r.capture_id = :capture for update of p""", Map.of("capture", captureId))
                .chain(() -> tables.first(Refused.class, """
                        select json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) as platform,
                               json_build_object('id', d.id, 'slug', d.slug, 'name', d.name, 'type', d.type,
                                                 'language', d.language, 'region', d.region,
                                                 'surface', d.surface) as document,
                               (select v.verdict from review v where v.subject = cast(r.capture_id as text)
                                 order by v.recorded_at desc limit 1) as verdict
                          from refusal r join document d on d.id = r.document_id join platform p on p.id = r.platform_id
                         where r.capture_id = :capture""", Map.of("capture", captureId)))
                .map(found ->
                        found.orElseThrow(() -> ProblemException.notFound("refused capture", captureId.toString())));
    }

    private static Row row(CaptureReviewed event) {
        return Row.of("event_id", event.eventId())
                .with("kind", "CAPTURE")
                .with("subject", event.subject())
                .with("platform_id", event.platform().id())
                .with("document_id", event.document().id())
                .with("verdict", event.verdict())
                .with("correction", Map.of())
                .with("reviewer", event.reviewer())
                .with("reason", event.reason())
                .with("recorded_at", event.recordedAt());
    }

    record Locked(UUID id) {}

    record Reviewed(
            PlatformRef platform,
            Document document,
            @Nullable UUID lastReview) {

        void mustStillStand(@Nullable UUID seen) {
            if (!Objects.equals(lastReview, seen)) {
                throw new ProblemException(
                        "reviewed-already", "It was reviewed", 409, "Somebody has reviewed it since you looked.");
            }
        }
    }

    record Refused(
            PlatformRef platform,
            Document document,
            @Nullable ReviewVerdict verdict) {}

    record Document(UUID id, String slug, String name, String type, String language, String region, String surface) {
        DocumentRef ref() {
            return new DocumentRef(id, slug, name, type, new Variant(language, region, surface));
        }
    }
}
