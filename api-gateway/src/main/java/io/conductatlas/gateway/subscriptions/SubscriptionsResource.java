package io.conductatlas.gateway.subscriptions;

import io.conductatlas.gateway.paging.Cursors;
import io.conductatlas.gateway.paging.PageBody;
import io.conductatlas.gateway.problems.Faults;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.security.Callers;
import io.conductatlas.gateway.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the key's subscriber follows. */
@Path("/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
@RolesAllowed(Roles.SUBSCRIBER)
class SubscriptionsResource {

    private final Subscriptions subscriptions;
    private final Callers callers;
    private final Cursors cursors;

    SubscriptionsResource(Subscriptions subscriptions, Callers callers, Cursors cursors) {
        this.subscriptions = subscriptions;
        this.callers = callers;
        this.cursors = cursors;
    }

    @GET
    @Operation(summary = "List subscriptions", description = "Those in force, in the order in which they were made.")
    public Uni<PageBody<SubscriptionView>> list(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        UUID subscriberId = callers.subscriberId();
        String list = "subscriptions of " + subscriberId;
        PageRequest page = cursors.read(list, after, limit);
        return subscriptions.list(subscriberId, page).map(found -> PageBody.of(cursors, list, found));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Follow something",
            description = "A platform, a document, a provision, or a provision type. Asking again changes nothing.")
    @APIResponse(responseCode = "201", description = "It is followed from now on")
    @APIResponse(responseCode = "200", description = "It was followed already")
    @APIResponse(responseCode = "403", description = "plan-limit-exceeded: with the limit and its current use")
    public Uni<RestResponse<SubscriptionView>> add(Wanted body) {
        Faults.present(body).check();
        return subscriptions
                .add(callers.subscriberId(), body)
                .map(made -> RestResponse.ResponseBuilder.<SubscriptionView>create(made.isNew() ? 201 : 200)
                        .entity(made.view())
                        .build());
    }

    @DELETE
    @Path("/{subscription}")
    @Operation(summary = "Stop following something")
    public Uni<Void> end(@RestPath UUID subscription) {
        return subscriptions.end(callers.subscriberId(), subscription);
    }
}
