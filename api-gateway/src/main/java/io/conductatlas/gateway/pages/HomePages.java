package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.readmodel.ChangeFilter;
import io.conductatlas.gateway.readmodel.Changes;
import io.conductatlas.gateway.readmodel.Overview;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.readmodel.Platforms;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The first page and the pages of our own words. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class HomePages {
    private static final int LATEST = 12;
    private static final ChangeFilter OF_MEANING = new ChangeFilter(null, null, true, null, null);

    private final Frames frames;
    private final Overview overview;
    private final Changes changes;
    private final Platforms platforms;
    private final String contact;

    HomePages(
            Frames frames,
            Overview overview,
            Changes changes,
            Platforms platforms,
            @ConfigProperty(name = "atlas.contact", defaultValue = "contact@conductatlas.example") String contact) {
        this.frames = frames;
        this.overview = overview;
        this.changes = changes;
        this.platforms = platforms;
        this.contact = contact;
    }

    @GET
    public Uni<TemplateInstance> home() {
        return overview.totals()
                .chain(totals -> changes.find(OF_MEANING, PageRequest.first(LATEST))
                        .chain(latest -> platforms
                                .list(PageRequest.first(PageRequest.MAX))
                                .map(all -> Templates.home(HomePage.of(
                                        frames.open(
                                                "ConductAtlas",
                                                "What online platforms change in the agreements people accept,"
                                                        + " in their exact words.",
                                                "",
                                                "/"),
                                        totals,
                                        latest.items(),
                                        all.items())))));
    }

    @GET
    @Path("methodology")
    public TemplateInstance methodology() {
        return Templates.methodology(new PlainPage(
                frames.open(
                        "Methodology",
                        "How captures are made, verified, archived and classified, and what the words on our pages mean.",
                        "methodology",
                        "/methodology"),
                contact));
    }

    @GET
    @Path("bot")
    public TemplateInstance bot() {
        return Templates.bot(new PlainPage(
                frames.open("Our crawler", "Who our crawler is, how it behaves and how to stop it.", "", "/bot"),
                contact));
    }
}
