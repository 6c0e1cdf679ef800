package io.conductatlas.gateway.deliveries;

import io.conductatlas.gateway.paging.Cursors;
import io.conductatlas.gateway.paging.PageBody;
import io.conductatlas.gateway.readmodel.Deliveries;
import io.conductatlas.gateway.readmodel.DeliveryView;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.security.Callers;
import io.conductatlas.gateway.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the key's subscriber was told, or why not. */
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
@RolesAllowed(Roles.SUBSCRIBER)
class DeliveriesResource {

    private final Deliveries deliveries;
    private final Callers callers;
    private final Cursors cursors;

    DeliveriesResource(Deliveries deliveries, Callers callers, Cursors cursors) {
        this.deliveries = deliveries;
        this.callers = callers;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            summary = "List deliveries",
            description = "Every attempt to tell the key's subscriber, and everything withheld with its reason, "
                    + "the newest first.")
    public Uni<PageBody<DeliveryView>> list(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        UUID subscriberId = callers.subscriberId();
        String list = "deliveries of " + subscriberId;
        PageRequest page = cursors.read(list, after, limit);
        return deliveries.ofSubscriber(subscriberId, page).map(found -> PageBody.of(cursors, list, found));
    }
}
