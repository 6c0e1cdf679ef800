package io.conductatlas.gateway.registry;

import io.conductatlas.delivery.Worker;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.PlatformDeclared;
import io.conductatlas.events.SourceLocation;
import io.conductatlas.gateway.problems.Faults;
import io.conductatlas.gateway.registry.Requests.DocumentRequest;
import io.conductatlas.gateway.registry.Requests.PlatformRequest;
import io.conductatlas.gateway.registry.Requests.SourceRequest;
import io.conductatlas.gateway.security.Roles;
import io.conductatlas.outbound.Outbound;
import io.conductatlas.outbound.Policy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Declares platforms, documents and their sources; for staff. */
@Path("/v1/platforms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registry", description = "For staff")
@RolesAllowed(Roles.STAFF)
class RegistryResource {

    private final Registry registry;
    private final Outbound outbound;
    private final Worker worker;
    private final RegistryConfig config;

    RegistryResource(Registry registry, Outbound outbound, Worker worker, RegistryConfig config) {
        this.registry = registry;
        this.outbound = outbound;
        this.worker = worker;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Declare a platform", description = "Its slug never changes afterwards.")
    @APIResponse(responseCode = "201", description = "The platform is under watch")
    @APIResponse(responseCode = "409", description = "There is one with that slug")
    public Uni<RestResponse<PlatformDeclaredBody>> declare(PlatformRequest body) {
        Faults.present(body).check();
        return registry.declare(body)
                .map(PlatformDeclaredBody::of)
                .map(platform -> RestResponse.ResponseBuilder.<PlatformDeclaredBody>created(
                                URI.create("/v1/platforms/" + platform.slug()))
                        .entity(platform)
                        .build());
    }

    @POST
    @Path("/{platform}/documents")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Declare a document with its source",
            description = "It is fetched from now on, unless fetch_mode is ARCHIVE.")
    @APIResponse(responseCode = "201", description = "The document is under watch")
    @APIResponse(responseCode = "409", description = "The platform has one with that slug")
    public Uni<RestResponse<SourceBody>> declare(@RestPath String platform, DocumentRequest body) {
        Faults.present(body).check(config.allowShortCadence());
        return reachable(body.source())
                .chain(() -> registry.declare(platform, body))
                .map(SourceBody::of)
                .map(source -> RestResponse.ResponseBuilder.<SourceBody>created(
                                URI.create("/v1/platforms/%s/documents/%s".formatted(platform, source.slug())))
                        .entity(source)
                        .build());
    }

    @PUT
    @Path("/{platform}/documents/{document}/source")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Revise a source", description = "Replaces it as a whole; every revision is kept.")
    public Uni<SourceBody> revise(@RestPath String platform, @RestPath String document, SourceRequest body) {
        Faults.present(body).check(config.allowShortCadence());
        return reachable(body)
                .chain(() -> registry.revise(platform, document, body))
                .map(SourceBody::of);
    }

    @POST
    @Path("/{platform}/documents/{document}/source/fetch-now")
    @ResponseStatus(202)
    @Operation(summary = "Fetch a source at once", description = "It is fetched soon, whatever its cadence.")
    public Uni<Void> fetchNow(@RestPath String platform, @RestPath String document) {
        return registry.fetchNow(platform, document, "");
    }

    @DELETE
    @Path("/{platform}/documents/{document}")
    @Operation(summary = "Retire a document", description = "It is no longer fetched; what was archived stays.")
    public Uni<Void> retire(
            @RestPath String platform, @RestPath String document, @RestQuery @DefaultValue("") String reason) {
        Faults faults = new Faults();
        String why = faults.optionalText(reason, "reason", 500);
        faults.raise();
        return registry.retire(platform, document, why);
    }

    /** Refuses pages that could never be fetched; looking names up blocks. */
    private Uni<Void> reachable(SourceRequest source) {
        List<LocationRequest> places = source.places();
        return worker.run(() -> {
                    Faults faults = new Faults();
                    for (int i = 0; i < places.size(); i++) {
                        boolean allowed = outbound.check(
                                        Policy.FETCH, places.get(i).location().url())
                                .isEmpty();
                        faults.check(
                                allowed, "locations." + i + ".url", "not-allowed", "must be on the public internet");
                    }
                    return faults;
                })
                .invoke(Faults::raise)
                .replaceWithVoid();
    }

    @Schema(name = "Platform")
    record PlatformDeclaredBody(
            UUID id,
            String slug,
            String name,
            String description,
            String industry,
            @Nullable String homePage) {

        static PlatformDeclaredBody of(PlatformDeclared event) {
            return new PlatformDeclaredBody(
                    event.platform().id(),
                    event.platform().slug(),
                    event.platform().name(),
                    event.description(),
                    event.industry(),
                    event.homePage());
        }
    }

    @Schema(name = "Source")
    record SourceBody(
            UUID id,
            String platform,
            String slug,
            String name,
            String type,
            String language,
            String region,
            String surface,

            @Schema(description = "Counts the states of this source from 1")
            int revision,

            List<SourceLocation> locations,
            FetchMode fetchMode,

            @Schema(implementation = String.class, description = "ISO 8601")
            Duration cadence,

            boolean paused,
            boolean retired) {

        static SourceBody of(DeclaredDocument document) {
            return new SourceBody(
                    document.id(),
                    document.platform().slug(),
                    document.slug(),
                    document.name(),
                    document.type(),
                    document.language(),
                    document.region(),
                    document.surface(),
                    document.revision(),
                    document.locations(),
                    document.fetchMode(),
                    document.cadence(),
                    document.paused(),
                    document.retired());
        }
    }
}
