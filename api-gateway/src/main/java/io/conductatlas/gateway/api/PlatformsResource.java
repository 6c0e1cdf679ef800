package io.conductatlas.gateway.api;

import io.conductatlas.gateway.paging.Conditional;
import io.conductatlas.gateway.paging.Cursors;
import io.conductatlas.gateway.paging.PageBody;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    private final Lists lists;
    private final Cursors cursors;

    PlatformsResource(
            Platforms platforms,
            Documents documents,
            Versions versions,
            Changes changes,
            Provisions provisions,
            Lists lists,
            Cursors cursors) {
        this.platforms = platforms;
        this.documents = documents;
        this.versions = versions;
        this.changes = changes;
        this.provisions = provisions;
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
