package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.comparison.Comparison;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.readmodel.ChangeFilter;
import io.conductatlas.gateway.readmodel.Changes;
import io.conductatlas.gateway.readmodel.DocumentView;
import io.conductatlas.gateway.readmodel.Documents;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.readmodel.Platforms;
import io.conductatlas.gateway.readmodel.ProvisionFilter;
import io.conductatlas.gateway.readmodel.Provisions;
import io.conductatlas.gateway.readmodel.Sources;
import io.conductatlas.gateway.readmodel.Versions;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The pages of platforms and their documents. */
@Path("/platforms")
@Produces(MediaType.TEXT_HTML)
class PlatformPages {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX);
    private static final int DAYS = 365;
    private static final int REFUSALS = 20;
    private static final int MONTHS = 12;

    private final Frames frames;
    private final Platforms platforms;
    private final Documents documents;
    private final Versions versions;
    private final Changes changes;
    private final Provisions provisions;
    private final Sources sources;
    private final Comparison comparison;

    PlatformPages(
            Frames frames,
            Platforms platforms,
            Documents documents,
            Versions versions,
            Changes changes,
            Provisions provisions,
            Sources sources,
            Comparison comparison) {
        this.frames = frames;
        this.platforms = platforms;
        this.documents = documents;
        this.versions = versions;
        this.changes = changes;
        this.provisions = provisions;
        this.sources = sources;
        this.comparison = comparison;
    }

    @GET
    public Uni<TemplateInstance> platforms() {
        return platforms
                .list(ALL)
                .map(page -> Templates.platforms(new PlatformsPage(
                        frames.open(
                                "Platforms",
                                "The platforms whose agreements are under watch.",
                                "platforms",
                                "/platforms"),
                        page.items().stream().map(PlatformLine::of).toList())));
    }

    @GET
    @Path("{platform}")
    public Uni<TemplateInstance> platform(String platform) {
        return platforms
                .bySlug(platform)
                .map(found -> found.orElseThrow(() -> new PageNotFound("No platform of that name is under watch.")))
                .chain(this::page);
    }

    private Uni<TemplateInstance> page(PlatformView platform) {
        Frame frame = frames.open(
                        platform.name(),
                        "What the agreements of %s state, and what changed in them.".formatted(platform.name()),
                        "platforms",
                        Hrefs.platform(platform.slug()))
                .withFeed(Hrefs.platformFeed(platform.slug()));
        return documents
                .ofPlatform(platform.id())
                .chain(held -> provisions
                        .ofPlatforms(List.of(platform.id()), null)
                        .chain(clauses -> changes.find(ChangeFilter.ofPlatform(platform.id()), PageRequest.first(100))
                                .chain(recorded -> comparison
                                        .drift(platform.id(), MONTHS)
                                        .map(drift -> Templates.platform(PlatformPage.of(
                                                frame, platform, held, clauses, recorded.items(), drift))))));
    }

    @GET
    @Path("{platform}/{document}")
    public Uni<TemplateInstance> document(String platform, String document) {
        return documents
                .bySlug(platform, document)
                .map(found -> found.orElseThrow(() -> new PageNotFound("No document of that name is under watch.")))
                .chain(this::page);
    }

    private Uni<TemplateInstance> page(DocumentView document) {
        String name = document.platform().name() + ": " + document.name();
        Frame frame = frames.open(
                        name,
                        "Versions, changes and provisions of the %s of %s."
                                .formatted(document.name(), document.platform().name()),
                        "platforms",
                        Hrefs.document(document.platform().slug(), document.slug()))
                .withFeed(Hrefs.platformFeed(document.platform().slug()));
        return sources.byDocument(document.id())
                .chain(source -> versions.ofDocument(document.id(), ALL)
                        .chain(texts -> changes.find(ChangeFilter.ofDocument(document.id()), PageRequest.first(100))
                                .chain(recorded -> provisions
                                        .find(ProvisionFilter.ofDocument(document.id()), ALL)
                                        .chain(clauses -> sources.refusalsOf(document.id(), REFUSALS)
                                                .chain(refusals -> documents
                                                        .checkDays(document.id(), DAYS)
                                                        .map(days -> Templates.document(DocumentPage.of(
                                                                frame,
                                                                new DocumentPage.Held(
                                                                        document,
                                                                        source,
                                                                        texts.items(),
                                                                        recorded.items(),
                                                                        clauses.items(),
                                                                        refusals,
                                                                        days)))))))));
    }
}
