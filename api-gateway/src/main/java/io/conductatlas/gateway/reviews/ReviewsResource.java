package io.conductatlas.gateway.reviews;

import io.conductatlas.gateway.problems.Faults;
import io.conductatlas.gateway.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Takes reviews from staff. */
@Path("/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews", description = "For staff")
@RolesAllowed(Roles.STAFF)
class ReviewsResource {

    private final Reviews reviews;

    ReviewsResource(Reviews reviews) {
        this.reviews = reviews;
    }

    @POST
    @Path("/provisions/{provision}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(
            summary = "Review a provision",
            description =
                    "Accepts it, corrects its type or severity, or rejects it, for this and every further reading.")
    @APIResponse(responseCode = "202", description = "It is recorded and takes effect within moments")
    @APIResponse(responseCode = "409", description = "Somebody has reviewed it meanwhile")
    public Uni<Void> provision(@RestPath String provision, Verdict body) {
        return reviews.ofProvision(provision, Faults.present(body));
    }

    @POST
    @Path("/changes/{change}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(
            summary = "Review the assessment of a Change",
            description =
                    "Accepts it, corrects its severity, direction or summary, or rejects it as no change of meaning.")
    @APIResponse(responseCode = "202", description = "It is recorded and takes effect within moments")
    @APIResponse(responseCode = "409", description = "Somebody has reviewed it meanwhile")
    public Uni<Void> change(@RestPath String change, Verdict body) {
        return reviews.ofAssessment(change, Faults.present(body));
    }
}
