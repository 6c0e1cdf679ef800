package io.conductatlas.gateway.api;

import io.conductatlas.events.Severity;
import io.conductatlas.gateway.comparison.Comparison;
import io.conductatlas.gateway.paging.Conditional;
import io.conductatlas.gateway.paging.Cursors;
import io.conductatlas.gateway.paging.PageBody;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.readmodel.ProvisionFilter;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.Provisions;
import io.conductatlas.gateway.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Provisions. */
@Path("/v1/provisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provisions")
@RolesAllowed({Roles.SUBSCRIBER, Roles.STAFF})
class ProvisionsResource {

    private final Provisions provisions;
    private final Comparison comparison;
    private final Lists lists;
    private final Cursors cursors;

    ProvisionsResource(Provisions provisions, Comparison comparison, Lists lists, Cursors cursors) {
        this.provisions = provisions;
        this.comparison = comparison;
        this.lists = lists;
        this.cursors = cursors;
    }

    @GET
    @Operation(summary = "List provisions", description = "In the order of their ids.")
    public Uni<PageBody<ProvisionView>> list(
            @Parameter(description = "Of this provision type only: its slug") @RestQuery @Nullable String type,
            @Parameter(description = "Of this severity only: LOW, MEDIUM or HIGH") @RestQuery @Nullable String severity,
            @Parameter(description = "Of this platform only: its slug") @RestQuery @Nullable String platform,
            @Parameter(description = "Only those in the current Versions, or only those removed") @RestQuery @Nullable
                    Boolean present,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        String list = "provisions %s %s %s %s".formatted(type, severity, platform, present);
        PageRequest page = cursors.read(list, after, limit);
        Severity only = Lists.constant(Severity.class, "severity", severity);
        return lists.platformId(platform)
                .chain(platformId -> provisions.find(new ProvisionFilter(platformId, null, type, only, present), page))
                .map(found -> PageBody.of(cursors, list, found));
    }

    @GET
    @Path("/{provision}")
    @Conditional
    @Operation(
            summary = "Get a provision",
            description = "With its exact quotes, what people are told of it, what makes it as severe as it is, the"
                    + " articles it engages, how other platforms word it, and what every Change did to it.")
    public Uni<ProvisionBody> get(@RestPath String provision) {
        return provisions
                .byId(provision)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("provision", provision)))
                .chain(comparison::inFull)
                .map(ProvisionBody::of);
    }
}
