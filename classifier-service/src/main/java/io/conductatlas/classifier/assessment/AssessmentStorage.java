package io.conductatlas.classifier.assessment;

import io.conductatlas.classifier.provision.Appearance;
import io.conductatlas.classifier.provision.Document;
import io.conductatlas.classifier.provision.Documents;
import io.conductatlas.classifier.provision.Provision;
import io.conductatlas.classifier.provision.Provisions;
import io.conductatlas.classifier.provision.Reservations;
import io.conductatlas.clauses.assessment.Assessment;
import io.conductatlas.delivery.Inbox;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.VersionRecorded;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Stores an assessment: its provisions, its row and the event that tells it, in one transaction. */
@ApplicationScoped
class AssessmentStorage {

    static final String GROUP = "classifier";

    private static final String KEEP = """
            insert into assessment (subject_id, document_id, kind, catalogue_version, severity, direction,
                                    object_key, object_sha256, object_size, observed_at, recorded_at, told)
            values (:subject, :document, :kind, :catalogue, nullif(:severity, ''), nullif(:direction, ''),
                    :key, :sha256, :size, :observed, :now, nullif(:told, ''))
            on conflict (subject_id, catalogue_version) do update
               set object_key = excluded.object_key, object_sha256 = excluded.object_sha256,
                   object_size = excluded.object_size, recorded_at = excluded.recorded_at, told = excluded.told
            """;

    private final Inbox inbox;
    private final Outbox outbox;
    private final Documents documents;
    private final Provisions provisions;
    private final Reservations reservations;
    private final Telling telling;
    private final AssessmentReviews reviews;
    private final Clock clock;

    AssessmentStorage(
            Inbox inbox,
            Outbox outbox,
            Documents documents,
            Provisions provisions,
            Reservations reservations,
            Telling telling,
            AssessmentReviews reviews,
            Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.documents = documents;
        this.provisions = provisions;
        this.reservations = reservations;
        this.telling = telling;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** What a document's first version holds. */
    @WithTransaction
    Uni<Void> commit(VersionRecorded recorded, Result result) {
        return once(
                recorded,
                recorded.platform().id(),
                recorded.document().id(),
                document -> store(
                                document,
                                new Appearance(
                                        recorded.platform(),
                                        recorded.document(),
                                        recorded.version(),
                                        recorded.observedAt()),
                                result)
                        .chain(() -> keep(
                                recorded.version().id(), recorded.document().id(), recorded.observedAt(), result, ""))
                        .chain(() -> outbox.add(telling.tell(recorded, result))));
    }

    /** What a change means, as staff corrected it where they looked at it before. */
    @WithTransaction
    Uni<Void> commit(ChangeDetected change, Assessment assessment, Result result) {
        ChangeAssessed told = telling.tell(change, assessment, result);
        return once(
                change,
                change.platform().id(),
                change.document().id(),
                document -> store(
                                document,
                                new Appearance(change.platform(), change.document(), change.to(), change.observedAt()),
                                result)
                        .chain(() -> keep(
                                change.changeId(),
                                change.document().id(),
                                change.observedAt(),
                                result,
                                ToldChange.json(told)))
                        .chain(() -> reviews.of(change.changeId()))
                        .chain(review -> outbox.add(review == null ? told : ToldChange.corrected(told, review))));
    }

    /** A version read once more: its provisions as they are seen now. In the caller's transaction, which holds the lock. */
    Uni<Void> again(Document document, Appearance appearance, Result result) {
        return store(document, appearance, result)
                .chain(() -> keep(
                        appearance.version().id(), appearance.document().id(), appearance.observedAt(), result, ""))
                .chain(() -> outbox.add(telling.again(appearance, result)));
    }

    private Uni<Void> once(AtlasEvent event, UUID platformId, UUID documentId, Function<Document, Uni<Void>> work) {
        return documents
                .lock(platformId, documentId)
                .chain(document -> inbox.claim(GROUP, event.eventId())
                        .chain(ours ->
                                ours ? work.apply(document) : Uni.createFrom().voidItem())
                        .chain(() -> reservations.done(event.eventId())));
    }

    private Uni<Void> store(Document document, Appearance appearance, Result result) {
        if (document.revision() != result.revision()) {
            return Uni.createFrom().failure(new OvertakenException());
        }
        document.assessed(appearance, result.catalogueVersion());
        UUID documentId = appearance.document().id();
        return provisions
                .of(documentId)
                .chain(own -> provisions
                        .moveHere(fromElsewhere(own, result), documentId)
                        .chain(arrived -> {
                            List<Provision> rows = new ArrayList<>(own);
                            rows.addAll(arrived);
                            List<Provision> fresh = update(
                                    rows, documentId, appearance.version().id(), appearance.observedAt(), result);
                            return fresh.isEmpty() ? Uni.createFrom().voidItem() : provisions.persist(fresh);
                        }));
    }

    /** The ids of provisions that we know and that this document did not have. */
    private static Set<String> fromElsewhere(List<Provision> own, Result result) {
        Set<String> ids = new TreeSet<>();
        result.met().stream().filter(met -> !met.fresh()).forEach(met -> ids.add(met.id()));
        own.forEach(row -> ids.remove(row.id()));
        return ids;
    }

    private static List<Provision> update(
            List<Provision> rows, UUID documentId, String version, Instant observedAt, Result result) {
        Map<String, Provision> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        Set<String> present = new HashSet<>();
        List<Provision> fresh = new ArrayList<>();
        for (Result.Met met : result.met()) {
            Provision row = byId.get(met.id());
            if (row == null) {
                row = new Provision(met.id(), documentId, met.found(), version, observedAt, result.catalogueVersion());
                fresh.add(row);
            } else if (met.present()) {
                row.seen(met.found(), version, observedAt, result.catalogueVersion());
            }
            if (met.present()) {
                present.add(met.id());
            } else {
                row.gone();
            }
        }
        rows.stream().filter(row -> !present.contains(row.id())).forEach(Provision::gone);
        return fresh;
    }

    private Uni<Void> keep(String subject, UUID documentId, Instant observedAt, Result result, String told) {
        Assessment assessment = result.assessment();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("subject", subject)
                        .setParameter("document", documentId)
                        .setParameter("kind", assessment == null ? "document" : "change")
                        .setParameter("catalogue", result.catalogueVersion())
                        .setParameter(
                                "severity",
                                assessment == null ? "" : assessment.severity().name())
                        .setParameter(
                                "direction",
                                assessment == null ? "" : assessment.direction().name())
                        .setParameter("key", result.object().key())
                        .setParameter("sha256", result.object().sha256())
                        .setParameter("size", result.object().size())
                        .setParameter("observed", observedAt.atOffset(ZoneOffset.UTC))
                        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter("told", told)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
