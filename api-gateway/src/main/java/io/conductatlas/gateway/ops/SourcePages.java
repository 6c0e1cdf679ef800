package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.pages.Queries;
import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.paging.Cursors;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.Documents;
import io.conductatlas.gateway.readmodel.SourceFilter;
import io.conductatlas.gateway.readmodel.Sources;
import io.conductatlas.gateway.registry.Registry;
import io.conductatlas.gateway.security.Roles;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The sources: how each fares, and what can be done with it. */
@Path("/ops/sources")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.STAFF)
class SourcePages {
    private static final String LIST = "/ops/sources";
    private static final int PAGE = 50;

    private final Frames frames;
    private final Shells shells;
    private final Sources sources;
    private final Documents documents;
    private final Registry registry;
    private final Cursors cursors;
    private final Clock clock;

    SourcePages(
            Frames frames,
            Shells shells,
            Sources sources,
            Documents documents,
            Registry registry,
            Cursors cursors,
            Clock clock) {
        this.frames = frames;
        this.shells = shells;
        this.sources = sources;
        this.documents = documents;
        this.registry = registry;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    public Uni<TemplateInstance> list(
            @RestQuery @DefaultValue("ALL") String show,
            @RestQuery @DefaultValue("") String done,
            @RestQuery @Nullable String after) {
        SourceFilter filter = Objects.requireNonNullElse(Queries.constant(SourceFilter.class, show), SourceFilter.ALL);
        String list = "ops sources " + filter;
        Instant now = clock.instant();
        return sources.find(filter, now, cursors.read(list, after, PAGE))
                .map(page -> Templates.sources(new SourcesPage(
                        frames.closed("Sources", "ops"),
                        shells.of("sources", done),
                        SourcesPage.filters(filter),
                        page.items().stream()
                                .map(source -> SourcesPage.line(source, now))
                                .toList(),
                        shells.may(Roles.OPERATOR),
                        shells.next(LIST, Map.of("show", filter.name()), list, page.next()))));
    }

    @POST
    @Path("{platform}/{document}/fetch-now")
    @RolesAllowed(Roles.OPERATOR)
    public Uni<RestResponse<Void>> fetchNow(String platform, String document) {
        return registry.fetchNow(platform, document, "from the dashboard")
                .map(nothing -> Shells.done(LIST, Map.of(), Notice.FETCH_ASKED));
    }

    @POST
    @Path("{platform}/{document}/pause")
    @RolesAllowed(Roles.OPERATOR)
    public Uni<RestResponse<Void>> pause(String platform, String document) {
        return registry.pause(platform, document, true, "from the dashboard")
                .map(nothing -> Shells.done(LIST, Map.of(), Notice.PAUSED));
    }

    @POST
    @Path("{platform}/{document}/resume")
    @RolesAllowed(Roles.OPERATOR)
    public Uni<RestResponse<Void>> resume(String platform, String document) {
        return registry.pause(platform, document, false, "from the dashboard")
                .map(nothing -> Shells.done(LIST, Map.of(), Notice.RESUMED));
    }

    @GET
    @Path("{platform}/{document}/retire")
    @RolesAllowed(Roles.OPERATOR)
    public Uni<TemplateInstance> askToRetire(String platform, String document) {
        String path = "/ops/sources/%s/%s/retire".formatted(platform, document);
        return documents
                .bySlug(platform, document)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("document", platform + "/" + document)))
                .map(known -> Templates.confirm(new ConfirmPage(
                        frames.closed("Retire a document", "ops"),
                        shells.of("sources"),
                        "Retire %s of %s?"
                                .formatted(known.name(), known.platform().name()),
                        "It is no longer fetched, and nobody is told of it any more. What was archived stays, with its"
                                + " addresses. This cannot be taken back from here.",
                        List.of(
                                new Fact("Versions archived", Integer.toString(known.versions())),
                                new Fact("Provisions in its current text", Integer.toString(known.provisions()))),
                        path,
                        List.of(),
                        true,
                        "Retire it",
                        true,
                        new Link(LIST, "Back to the sources"))));
    }

    @POST
    @Path("{platform}/{document}/retire")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Uni<RestResponse<Void>> retire(String platform, String document, @RestForm @Nullable String reason) {
        return registry.retire(platform, document, Reasons.needed(reason))
                .map(nothing -> Shells.done(LIST, Map.of(), Notice.RETIRED));
    }
}
