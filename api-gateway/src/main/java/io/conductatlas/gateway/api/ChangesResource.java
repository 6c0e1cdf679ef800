package io.conductatlas.gateway.api;

import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.Severity;
import io.conductatlas.gateway.paging.Conditional;
import io.conductatlas.gateway.paging.Cursors;
import io.conductatlas.gateway.paging.PageBody;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.ChangeFilter;
import io.conductatlas.gateway.readmodel.ChangeRecord;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.Changes;
import io.conductatlas.gateway.readmodel.PageRequest;
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

/** Changes. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
@RolesAllowed({Roles.SUBSCRIBER, Roles.STAFF})
class ChangesResource {

    private final Changes changes;
    private final Lists lists;
    private final Cursors cursors;

    ChangesResource(Changes changes, Lists lists, Cursors cursors) {
        this.changes = changes;
        this.lists = lists;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            summary = "List Changes",
            description = "The newest first. Changes without bearing on meaning are listed too, unless alerting=true.")
    public Uni<PageBody<ChangeView>> list(
            @Parameter(description = "Of this platform only: its slug") @RestQuery @Nullable String platform,
            @Parameter(description = "Changes of meaning only, or all others only") @RestQuery @Nullable
                    Boolean alerting,
            @Parameter(description = "At least this severe: LOW, MEDIUM or HIGH") @RestQuery @Nullable String severity,
            @Parameter(description = "Of this class only, for example SUBSTANTIVE") @RestQuery("change_class") @Nullable
                    String changeClass,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        String list = "changes %s %s %s %s".formatted(platform, alerting, severity, changeClass);
        PageRequest page = cursors.read(list, after, limit);
        Severity least = Lists.constant(Severity.class, "severity", severity);
        ChangeClass only = Lists.constant(ChangeClass.class, "change_class", changeClass);
        return lists.platformId(platform)
                .chain(platformId -> changes.find(new ChangeFilter(platformId, null, alerting, least, only), page))
                .map(found -> PageBody.of(cursors, list, found));
    }

    @GET
    @Path("/{change}")
    @Conditional
    @Operation(
            summary = "Get a Change",
            description = "The record in full: hunks with their words, dates, both hashes, what it does to provisions, "
                    + "regulations engaged, and the summary. It describes; it is not a legal determination.")
    public Uni<ChangeRecord> get(@RestPath String change) {
        return changes.byId(change)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("change", change)))
                .chain(changes::record);
    }
}
