package io.conductatlas.gateway.api;

import io.conductatlas.gateway.comparison.Comparison;
import io.conductatlas.gateway.comparison.Drift;
import io.conductatlas.gateway.comparison.QuickFact;
import io.conductatlas.gateway.paging.Conditional;
import io.conductatlas.gateway.paging.Cursors;
import io.conductatlas.gateway.paging.PageBody;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.ChangeFilter;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.Changes;
import io.conductatlas.gateway.readmodel.DocumentView;
import io.conductatlas.gateway.readmodel.Documents;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.readmodel.Platforms;
import io.conductatlas.gateway.readmodel.ProvisionFilter;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.Provisions;
import io.conductatlas.gateway.readmodel.VersionView;
import io.conductatlas.gateway.readmodel.Versions;
import io.conductatlas.gateway.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Platforms and their documents. */
@Path("/v1/platforms")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUBSCRIBER, Roles.STAFF})
class PlatformsResource {

    private final Platforms platforms;
    private final Documents documents;
    private final Versions versions;
    private final Changes changes;
    private final Provisions provisions;
    private final Comparison comparison;
    private final Lists lists;
    private final Cursors cursors;

    PlatformsResource(
            Platforms platforms,
            Documents documents,
            Versions versions,
            Changes changes,
            Provisions provisions,
            Comparison comparison,
            Lists lists,
            Cursors cursors) {
        this.platforms = platforms;
        this.documents = documents;
        this.versions = versions;
        this.changes = changes;
        this.provisions = provisions;
        this.comparison = comparison;
        this.lists = lists;
        this.cursors = cursors;
    }

    @GET
    @Tag(name = "Platforms")
    @Operation(summary = "List platforms", description = "All platforms under watch, in the order of their slugs.")
    public Uni<PageBody<PlatformView>> list(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        PageRequest page = cursors.read("platforms", after, limit);
        return platforms.list(page).map(found -> PageBody.of(cursors, "platforms", found));
    }

    @GET
    @Path("/{platform}")
    @Conditional
    @Tag(name = "Platforms")
    @Operation(
            summary = "Get a platform",
            description = "A platform with its documents, and all their Versions at the times they were observed.")
    public Uni<PlatformBody> get(@RestPath String platform) {
        return lists.platform(platform)
                .chain(found -> documents
                        .ofPlatform(found.id())
                        .chain(held -> versions.ofPlatform(found.id()).map(all -> PlatformBody.of(found, held, all))));
    }

    @GET
    @Path("/{platform}/facts")
    @Tag(name = "Platforms")
    @Operation(
            summary = "Get a platform's quick facts",
            description = "Short answers to what many people ask, read from the provisions of its current Versions."
                    + " NOT_DETECTED does not mean that it is not so.")
    public Uni<FactsBody> facts(@RestPath String platform) {
        return lists.platform(platform)
                .chain(found -> comparison.facts(found.id()))
                .map(FactsBody::new);
    }

    @GET
    @Path("/{platform}/drift")
    @Tag(name = "Platforms")
    @Operation(
            summary = "Get where a platform drifts",
            description = "Its changes of meaning over some months: for the worse, for the better, and a verdict.")
    public Uni<Drift> drift(
            @RestPath String platform,
            @Parameter(description = "How far back to look, 1 to 120") @RestQuery @DefaultValue("12") int months) {
        if (months < 1 || months > Comparison.MOST_MONTHS) {
            throw ProblemException.badParameter("months", "must be 1 to " + Comparison.MOST_MONTHS);
        }
        return lists.platform(platform).chain(found -> comparison.drift(found.id(), months));
    }

    /** A platform's quick facts. */
    @Schema(name = "QuickFacts")
    record FactsBody(List<QuickFact> items) {}

    @GET
    @Path("/{platform}/documents/{document}")
    @Conditional
    @Tag(name = "Documents")
    @Operation(summary = "Get a document", description = "One agreement of a platform in one variant.")
    public Uni<DocumentView> document(@RestPath String platform, @RestPath String document) {
        return lists.document(platform, document);
    }

    @GET
    @Path("/{platform}/documents/{document}/versions")
    @Tag(name = "Documents")
    @Operation(summary = "List a document's Versions", description = "The newest first.")
    public Uni<PageBody<VersionView>> versions(
            @RestPath String platform,
            @RestPath String document,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        String list = "versions of %s/%s".formatted(platform, document);
        PageRequest page = cursors.read(list, after, limit);
        return lists.document(platform, document)
                .chain(found -> versions.ofDocument(found.id(), page))
                .map(found -> PageBody.of(cursors, list, found));
    }

    @GET
    @Path("/{platform}/documents/{document}/changes")
    @Tag(name = "Documents")
    @Operation(summary = "List a document's Changes", description = "Of all classes, the newest first.")
    public Uni<PageBody<ChangeView>> changes(
            @RestPath String platform,
            @RestPath String document,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        String list = "changes of %s/%s".formatted(platform, document);
        PageRequest page = cursors.read(list, after, limit);
        return lists.document(platform, document)
                .chain(found -> changes.find(ChangeFilter.ofDocument(found.id()), page))
                .map(found -> PageBody.of(cursors, list, found));
    }

    @GET
    @Path("/{platform}/documents/{document}/provisions")
    @Tag(name = "Documents")
    @Operation(summary = "List a document's provisions", description = "Those that the current Version holds.")
    public Uni<PageBody<ProvisionView>> provisions(
            @RestPath String platform,
            @RestPath String document,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        String list = "provisions of %s/%s".formatted(platform, document);
        PageRequest page = cursors.read(list, after, limit);
        return lists.document(platform, document)
                .chain(found -> provisions.find(ProvisionFilter.ofDocument(found.id()), page))
                .map(found -> PageBody.of(cursors, list, found));
    }
}
