package io.conductatlas.gateway.pages;

import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.events.Severity;
import io.conductatlas.gateway.comparison.Comparison;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Option;
import io.conductatlas.gateway.pages.parts.ProvisionLine;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.DocumentView;
import io.conductatlas.gateway.readmodel.Documents;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.readmodel.Platforms;
import io.conductatlas.gateway.readmodel.ProvisionFilter;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.Provisions;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The registry of provisions, their records, their types, and the comparison of platforms. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class ProvisionPages {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX);
    private static final int PAGE = 40;

    private final Frames frames;
    private final Platforms platforms;
    private final Documents documents;
    private final Provisions provisions;
    private final Comparison comparison;
    private final CatalogueTexts catalogue;

    ProvisionPages(
            Frames frames,
            Platforms platforms,
            Documents documents,
            Provisions provisions,
            Comparison comparison,
            CatalogueTexts catalogue) {
        this.frames = frames;
        this.platforms = platforms;
        this.documents = documents;
        this.provisions = provisions;
        this.comparison = comparison;
        this.catalogue = catalogue;
    }

    @GET
    @Path("provisions")
    public Uni<TemplateInstance> registry(
            @RestQuery @DefaultValue("") String type,
            @RestQuery @DefaultValue("") String severity,
            @RestQuery @DefaultValue("") String platform,
            @RestQuery @Nullable String after) {
        Severity chosen = Queries.constant(Severity.class, severity);
        return platforms.list(ALL).chain(all -> {
            Optional<PlatformView> of = named(all.items(), platform);
            if (of.isEmpty() && !platform.isEmpty()) {
                return Uni.createFrom().failure(new PageNotFound("No platform of that name is under watch."));
            }
            ProvisionFilter filter = new ProvisionFilter(
                    of.map(PlatformView::id).orElse(null), null, Queries.absentIfEmpty(type), chosen, true);
            return provisions
                    .find(filter, new PageRequest(Queries.absentIfEmpty(after), PAGE))
                    .map(page -> Templates.provisions(new ProvisionsPage(
                            frames.open(
                                    "Registry of provisions",
                                    "Clauses of platforms' agreements, each with its exact words.",
                                    "provisions",
                                    "/provisions"),
                            catalogue.options(type),
                            Option.of(Severity.class, chosen),
                            Queries.platformOptions(all.items(), platform),
                            page.items().stream().map(ProvisionLine::of).toList(),
                            page.next() == null
                                    ? null
                                    : Queries.address(
                                            "/provisions",
                                            Map.of(
                                                    "type",
                                                    type,
                                                    "severity",
                                                    chosen == null ? "" : chosen.name(),
                                                    "platform",
                                                    platform,
                                                    "after",
                                                    page.next())))));
        });
    }

    private static Optional<PlatformView> named(List<PlatformView> platforms, String slug) {
        return platforms.stream()
                .filter(platform -> platform.slug().equals(slug))
                .findFirst();
    }

    @GET
    @Path("provisions/{id: CA-P-[0-9]+}")
    public Uni<TemplateInstance> provision(String id) {
        return provisions
                .byId(id)
                .map(found -> found.orElseThrow(() -> new PageNotFound("There is no provision " + id + ".")))
                .chain(this::page);
    }

    private Uni<TemplateInstance> page(ProvisionView provision) {
        Frame frame = frames.open(
                        "%s, %s (%s)"
                                .formatted(
                                        ProvisionPage.title(provision),
                                        provision.platform().name(),
                                        provision.id()),
                        Words.excerpt(provision.quote(), 150),
                        "provisions",
                        Hrefs.provision(provision.id()))
                .withFeed(Hrefs.platformFeed(provision.platform().slug()));
        Optional<ProvisionType> type = catalogue.type(provision.type());
        ProvisionPage.OfType ofType = new ProvisionPage.OfType(
                type,
                type.map(catalogue::citations).orElse(List.of()),
                type.map(catalogue::authorities).orElse(List.of()));
        return comparison
                .inFull(provision)
                .chain(full -> documents
                        .byId(provision.document().id())
                        .map(document -> Templates.provision(ProvisionPage.of(
                                frame,
                                full,
                                ofType,
                                document.map(DocumentView::language).orElse("en")))));
    }

    @GET
    @Path("provision-types")
    public Uni<TemplateInstance> types() {
        return comparison
                .adoption()
                .map(adoption -> Templates.types(TypesPage.of(
                        frames.open(
                                "Types of provision",
                                "The catalogue of clauses we look for in agreements.",
                                "types",
                                "/provision-types"),
                        catalogue,
                        adoption)));
    }

    @GET
    @Path("provision-types/{type}")
    public Uni<TemplateInstance> type(String type) {
        ProvisionType known =
                catalogue.type(type).orElseThrow(() -> new PageNotFound("The catalogue has no type of that name."));
        Frame frame = frames.open(known.name(), known.definition(), "types", Hrefs.type(type));
        return comparison
                .adoption()
                .chain(adoption -> provisions
                        .ofType(type)
                        .map(found -> Templates.type(TypePage.of(frame, known, catalogue, adoption, found))));
    }

    @GET
    @Path("compare")
    public Uni<TemplateInstance> compare(
            @RestQuery @DefaultValue("") String type, @RestQuery("platform") List<String> slugs) {
        List<String> chosen = slugs.stream()
                .filter(slug -> !slug.isEmpty())
                .distinct()
                .limit(Comparison.MOST)
                .toList();
        Optional<ProvisionType> known = catalogue.type(type);
        Frame frame = frames.open(
                "Compare", "Two to four platforms beside each other, in their own words.", "compare", "/compare");
        return platforms.list(ALL).chain(all -> {
            List<PlatformView> compared = chosen.stream()
                    .flatMap(slug -> named(all.items(), slug).stream())
                    .toList();
            boolean comparable = compared.size() > 1;
            Uni<List<Comparison.Column>> found = comparable
                    ? comparison.columns(
                            compared, known.map(ProvisionType::slug).orElse(null))
                    : Uni.createFrom().item(List.of());
            return found.map(held -> Templates.compare(new ComparePage(
                    frame,
                    catalogue.options(type),
                    choices(all.items(), chosen),
                    known.map(one -> new Link(Hrefs.type(one.slug()), one.name()))
                            .orElse(null),
                    known.map(one -> one.texts().impact()).orElse(""),
                    comparable && known.isPresent() ? ComparePage.columns(held) : List.of(),
                    comparable && known.isEmpty() ? ComparePage.glance(catalogue, held) : null)));
        });
    }

    private static List<ComparePage.Choice> choices(List<PlatformView> platforms, List<String> chosen) {
        List<ComparePage.Choice> choices = new ArrayList<>();
        for (int i = 0; i < Comparison.MOST; i++) {
            String slug = i < chosen.size() ? chosen.get(i) : "";
            choices.add(new ComparePage.Choice("Platform " + (i + 1), Queries.platformOptions(platforms, slug)));
        }
        return choices;
    }
}
