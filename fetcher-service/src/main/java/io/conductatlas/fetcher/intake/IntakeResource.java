package io.conductatlas.fetcher.intake;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The door for archives. */
@Path("/intake/captures")
class IntakeResource {

    private final TakeOverCapture takeOver;

    IntakeResource(TakeOverCapture takeOver) {
        this.takeOver = takeOver;
    }

    /** Takes over one capture: 201 when it is new, 200 when it was known, a problem when it cannot be taken. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<IntakeAnswer>> takeOver(@Nullable ArchivedCapture capture) {
        return Uni.createFrom()
                .deferred(() -> takeOver.apply(capture))
                .map(answer -> RestResponse.ResponseBuilder.<IntakeAnswer>create(
                                answer.outcome().equals(TakeOverCapture.ALREADY_RECORDED) ? 200 : 201)
                        .entity(answer)
                        .build());
    }
}
