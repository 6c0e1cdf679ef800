package io.conductatlas.gateway.api;

import io.conductatlas.gateway.paging.Cursors;
import io.conductatlas.gateway.paging.PageBody;
import io.conductatlas.gateway.readmodel.Corrections;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.readmodel.ReviewView;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was put right. */
@Path("/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Corrections")
@RolesAllowed({Roles.SUBSCRIBER, Roles.STAFF})
class CorrectionsResource {

    private final Corrections corrections;
    private final Cursors cursors;

    CorrectionsResource(Corrections corrections, Cursors cursors) {
        this.corrections = corrections;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            summary = "List corrections",
            description = "Provisions and assessments that our staff corrected or withdrew, and captures that had been"
                    + " refused wrongly; each with the reason, the newest first.")
    public Uni<PageBody<ReviewView>> list(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        PageRequest page = cursors.read("corrections", after, limit);
        return corrections.log(page).map(found -> PageBody.of(cursors, "corrections", found));
    }
}
