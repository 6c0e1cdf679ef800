package io.conductatlas.gateway.endpoints;

import io.conductatlas.delivery.Worker;
import io.conductatlas.gateway.endpoints.Endpoints.Made;
import io.conductatlas.gateway.paging.PageBody;
import io.conductatlas.gateway.problems.Faults;
import io.conductatlas.gateway.security.Callers;
import io.conductatlas.gateway.security.Roles;
import io.conductatlas.outbound.InvalidUrlException;
import io.conductatlas.outbound.Outbound;
import io.conductatlas.outbound.OutboundUrl;
import io.conductatlas.outbound.Policy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where the key's subscriber wants webhooks sent. */
@Path("/v1/webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhook endpoints")
@RolesAllowed(Roles.SUBSCRIBER)
class EndpointsResource {

    private static final String FIELD = "url";
    private static final int MOST_TYPES = 20;

    private final Endpoints endpoints;
    private final Outbound outbound;
    private final Worker worker;
    private final Callers callers;

    EndpointsResource(Endpoints endpoints, Outbound outbound, Worker worker, Callers callers) {
        this.endpoints = endpoints;
        this.outbound = outbound;
        this.worker = worker;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "List webhook endpoints", description = "Without their secrets. There is only one page.")
    public Uni<PageBody<EndpointView>> list() {
        return endpoints.list(callers.subscriberId()).map(all -> new PageBody<>(all, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a webhook endpoint",
            description = "Deliveries are signed as Standard Webhooks has it. The secret is shown in this answer and "
                    + "never again. The address must be https on the public internet.")
    @APIResponse(responseCode = "201", description = "The endpoint and its secret")
    @APIResponse(responseCode = "403", description = "plan-limit-exceeded: with the limit and its current use")
    public Uni<RestResponse<EndpointWithSecret>> add(EndpointRequest body) {
        UUID subscriberId = callers.subscriberId();
        EndpointRequest wanted = Faults.present(body);
        String url = wanted.check();
        return worker.run(() -> outbound.check(Policy.WEBHOOK, url).isEmpty())
                .invoke(allowed -> new Faults()
                        .check(allowed, FIELD, "not-allowed", "must be https on the public internet")
                        .raise())
                .chain(() -> endpoints.add(subscriberId, url, wanted.types()))
                .map(made -> created(made, 201));
    }

    @DELETE
    @Path("/{endpoint}")
    @Operation(summary = "Remove a webhook endpoint")
    public Uni<Void> end(@RestPath UUID endpoint) {
        return endpoints.end(callers.subscriberId(), endpoint);
    }

    @POST
    @Path("/{endpoint}/test")
    @ResponseStatus(202)
    @Operation(summary = "Ask for a test delivery", description = "What becomes of it is listed under /v1/deliveries.")
    public Uni<Void> test(@RestPath UUID endpoint) {
        return endpoints.ping(callers.subscriberId(), endpoint);
    }

    @POST
    @Path("/{endpoint}/rotate-secret")
    @Operation(
            summary = "Get a new secret",
            description = "Deliveries are signed with both it and the last one until the next rotation.")
    public Uni<RestResponse<EndpointWithSecret>> rotate(@RestPath UUID endpoint) {
        return endpoints.rotate(callers.subscriberId(), endpoint).map(made -> created(made, 200));
    }

    private static RestResponse<EndpointWithSecret> created(Made made, int status) {
        EndpointView view = made.view();
        return RestResponse.ResponseBuilder.<EndpointWithSecret>create(status)
                .entity(new EndpointWithSecret(view.id(), view.url(), view.eventTypes(), view.since(), made.secret()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @Schema(name = "WebhookEndpointRequest")
    record EndpointRequest(
            @Schema(required = true, examples = "https://hooks.example.org/conductatlas") @Nullable
            String url,

            @Schema(description = "The types wanted; all unless given") @Nullable
            List<@Nullable String> eventTypes) {

        /** The address, once all is found right. */
        String check() {
            Faults faults = new Faults();
            String address = faults.text(url, FIELD, 2048);
            if (!address.isEmpty()) {
                checkAddress(faults, address);
            }
            List<@Nullable String> given = eventTypes == null ? List.of() : eventTypes;
            faults.check(given.size() <= MOST_TYPES, "event_types", "too-many", "must be at most " + MOST_TYPES);
            for (int i = 0; i < given.size(); i++) {
                String type = given.get(i);
                faults.check(
                        type != null && type.length() <= 80 && type.matches("[a-z0-9_]+(\\.[a-z0-9_]+)*"),
                        "event_types." + i,
                        "not-a-type",
                        "must be lower-case words with dots");
            }
            faults.raise();
            return address;
        }

        List<String> types() {
            return eventTypes == null
                    ? List.of()
                    : eventTypes.stream().map(Objects::requireNonNull).toList();
        }

        private static void checkAddress(Faults faults, String address) {
            try {
                OutboundUrl.parse(address);
            } catch (InvalidUrlException e) {
                faults.check(false, FIELD, "not-an-address", String.valueOf(e.getMessage()));
            }
        }
    }

    @Schema(name = "WebhookEndpointWithSecret")
    record EndpointWithSecret(
            UUID id,
            String url,
            List<String> eventTypes,
            Instant since,

            @Schema(description = "Signs deliveries. Keep it: it is not shown again.")
            String secret) {}
}
