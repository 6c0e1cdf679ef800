package io.conductatlas.gateway.pipeline;

import io.conductatlas.gateway.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the pipeline fares; for staff. */
@Path("/v1/status/pipeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Status", description = "For staff")
@RolesAllowed(Roles.STAFF)
class PipelineResource {

    private final Pipeline pipeline;

    PipelineResource(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @GET
    @Operation(
            summary = "See how far behind each part is",
            description = "Lag by consumer group and topic as committed at the broker, dead letters, and what the "
                    + "read model holds. Commits trail the work by a few seconds.")
    public Uni<PipelineStatus> status() {
        return pipeline.status();
    }
}
