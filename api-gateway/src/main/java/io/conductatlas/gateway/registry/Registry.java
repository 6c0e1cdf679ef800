package io.conductatlas.gateway.registry;

import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.PlatformDeclared;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.gateway.audit.Audit;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.registry.Requests.DocumentRequest;
import io.conductatlas.gateway.registry.Requests.PlatformRequest;
import io.conductatlas.gateway.registry.Requests.SourceRequest;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Declares platforms and sources: the row, the audit row and the event in one transaction. Whoever changes something of a
 * platform holds its row, so that what is told of a platform is told in the order in which it became true.
 */
@ApplicationScoped
public class Registry {

    private final Tables tables;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Registry(Tables tables, Outbox outbox, Audit audit, Clock clock) {
        this.tables = tables;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<PlatformDeclared> declare(PlatformRequest body) {
        Instant now = clock.instant();
        PlatformDeclared event = new PlatformDeclared(
                Ids.next(clock),
                new PlatformRef(Ids.next(clock), text(body.slug()), text(body.name())),
                text(body.description()),
                text(body.industry()),
                text(body.homePage()).isEmpty() ? null : text(body.homePage()),
                now);
        Row row = Row.of("id", event.platform().id())
                .with("slug", event.platform().slug())
                .with("name", event.platform().name())
                .with("description", event.description())
                .with("industry", event.industry())
                .with("home_page", event.homePage())
                .with("recorded_at", now);
        return Panache.withTransaction(() -> tables.add("platform", row)
                        .invoke(added -> refuseUnless(
                                added,
                                "platform-exists",
                                "There is a platform %s already.",
                                event.platform().slug()))
                        .chain(() ->
                                audit.note("platform-declared", event.platform().slug(), null, event, ""))
                        .chain(() -> outbox.add(event)))
                .replaceWith(event);
    }

    Uni<DeclaredDocument> declare(String platformSlug, DocumentRequest body) {
        SourceRequest source = body.source();
        return Panache.withTransaction(() -> lockPlatform(platformSlug).chain(platform -> {
            DeclaredDocument document = new DeclaredDocument(
                    Ids.next(clock),
                    platform,
                    text(body.slug()),
                    text(body.name()),
                    text(body.type()),
                    textOr(body.language(), "en"),
                    text(body.region()),
                    textOr(body.surface(), "web"),
                    1,
                    source.places().stream().map(LocationRequest::location).toList(),
                    source.mode(),
                    source.duration(),
                    false,
                    0,
                    false,
                    null);
            Instant now = clock.instant();
            return tables.add("document", row(document, now))
                    .invoke(added -> refuseUnless(
                            added, "document-exists", "There is a document %s already.", subject(document)))
                    .chain(() -> keepRevision(document, now))
                    .chain(() -> audit.note("document-declared", subject(document), null, document, ""))
                    .chain(() -> outbox.add(document.declared(Ids.next(clock), now)))
                    .replaceWith(document);
        }));
    }

    Uni<DeclaredDocument> revise(String platformSlug, String slug, SourceRequest body) {
        return change(
                platformSlug,
                slug,
                "source-revised",
                text(body.reason()),
                before -> before.revised(
                        body.places().stream().map(LocationRequest::location).toList(),
                        body.mode(),
                        body.duration(),
                        Objects.requireNonNullElse(body.paused(), false)));
    }

    /** Asks for a fetch at once, on behalf of whoever makes the request. */
    public Uni<Void> fetchNow(String platformSlug, String slug, String reason) {
        return change(platformSlug, slug, "fetch-asked-for", reason, before -> {
                    if (before.retired() || before.fetchMode() == FetchMode.ARCHIVE) {
                        throw new ProblemException(
                                "not-fetched", "It is not fetched", 409, "This document is not fetched from a page.");
                    }
                    return before.fetchedNow();
                })
                .replaceWithVoid();
    }

    /** Pauses a source or lets it go on, on behalf of whoever makes the request. */
    public Uni<Void> pause(String platformSlug, String slug, boolean paused, String reason) {
        return change(
                        platformSlug,
                        slug,
                        paused ? "source-paused" : "source-resumed",
                        reason,
                        before -> before.revised(before.locations(), before.fetchMode(), before.cadence(), paused))
                .replaceWithVoid();
    }

    /** Ends the watch on a document, on behalf of whoever makes the request. */
    public Uni<Void> retire(String platformSlug, String slug, String reason) {
        return change(platformSlug, slug, "document-retired", reason, before -> {
                    if (before.retired()) {
                        throw new ProblemException("already-retired", "It is retired", 409, "It is retired already.");
                    }
                    return before.retired(reason.isBlank() ? "retired by staff" : reason);
                })
                .replaceWithVoid();
    }

    private Uni<DeclaredDocument> change(
            String platformSlug,
            String slug,
            String act,
            String reason,
            Function<DeclaredDocument, DeclaredDocument> next) {
        return Panache.withTransaction(() -> lockPlatform(platformSlug)
                .chain(platform -> document(platform, slug))
                .chain(before -> {
                    DeclaredDocument after = next.apply(before);
                    Instant now = clock.instant();
                    return tables.put("document", "id", row(after, now))
                            .chain(() -> keepRevision(after, now))
                            .chain(() -> audit.note(act, subject(after), before, after, reason))
                            .chain(() -> outbox.add(event(after, now)))
                            .replaceWith(after);
                }));
    }

    private AtlasEvent event(DeclaredDocument document, Instant now) {
        UUID eventId = Ids.next(clock);
        return document.retired() ? document.retirement(eventId, now) : document.declared(eventId, now);
    }

    private Uni<PlatformRef> lockPlatform(String slug) {
        return tables.first(
                        PlatformRef.class,
                        "select id, slug, name from platform where slug = :slug for update",
                        Map.of("slug", slug))
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("platform", slug)));
    }

    private Uni<DeclaredDocument> document(PlatformRef platform, String slug) {
        return tables.first(DeclaredDocument.class, """
                        select d.*, json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) as platform
                          from document d join platform p on p.id = d.platform_id
                         where p.id = :platform and d.slug = :slug for update of d""", Map.of("platform", platform.id(), "slug", slug))
                .map(found ->
                        found.orElseThrow(() -> ProblemException.notFound("document", platform.slug() + "/" + slug)));
    }

    private static Row row(DeclaredDocument document, Instant now) {
        return Row.of("id", document.id())
                .with("platform_id", document.platform().id())
                .with("slug", document.slug())
                .with("name", document.name())
                .with("type", document.type())
                .with("language", document.language())
                .with("region", document.region())
                .with("surface", document.surface())
                .with("revision", document.revision())
                .with("locations", document.locations())
                .with("fetch_mode", document.fetchMode())
                .with("cadence", document.cadence())
                .with("paused", document.paused())
                .with("fetch_now", document.fetchNow())
                .with("retired", document.retired())
                .with("retired_reason", document.retiredReason())
                .with("recorded_at", now);
    }

    private Uni<Boolean> keepRevision(DeclaredDocument document, Instant now) {
        Row row = Row.of("document_id", document.id())
                .with("revision", document.revision())
                .with("locations", document.locations())
                .with("fetch_mode", document.fetchMode())
                .with("cadence", document.cadence())
                .with("paused", document.paused())
                .with("recorded_at", now);
        return tables.add("source_revision", row);
    }

    private static String subject(DeclaredDocument document) {
        return document.platform().slug() + "/" + document.slug();
    }

    private static void refuseUnless(boolean added, String slug, String detail, String name) {
        if (!added) {
            throw ProblemException.conflict(slug, detail.formatted(name));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static String textOr(@Nullable String value, String otherwise) {
        return text(value).isEmpty() ? otherwise : text(value);
    }
}
