package io.conductatlas.gateway.api;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Group;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.catalogue.Regulation;
import io.conductatlas.gateway.comparison.Adoption;
import io.conductatlas.gateway.comparison.Comparison;
import io.conductatlas.gateway.paging.Conditional;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.EngagedView;
import io.conductatlas.gateway.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The catalogue's types, and how common each is. */
@Path("/v1/provision-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provision types")
@RolesAllowed({Roles.SUBSCRIBER, Roles.STAFF})
class ProvisionTypesResource {

    private final Comparison comparison;
    private final Catalogue catalogue = Catalogue.bundled();

    ProvisionTypesResource(Comparison comparison) {
        this.comparison = comparison;
    }

    @GET
    @Operation(
            summary = "List provision types",
            description =
                    "All types of the catalogue in its order, each with how many of the platforms under watch state it.")
    public Uni<TypesBody> list() {
        return comparison
                .adoption()
                .map(adoption -> new TypesBody(
                        catalogue.version(),
                        catalogue.groups().stream()
                                .flatMap(group -> group.types().stream().map(type -> line(group, type, adoption)))
                                .toList()));
    }

    @GET
    @Path("/{type}")
    @Conditional
    @Operation(
            summary = "Get a provision type",
            description = "Its definition and texts, what counts and what does not, the articles it engages, and how"
                    + " common it is.")
    public Uni<TypeBody> get(@RestPath String type) {
        if (!catalogue.knows(type)) {
            throw ProblemException.notFound("provision type", type);
        }
        ProvisionType known = catalogue.type(type);
        Group group = catalogue.groups().stream()
                .filter(one -> one.slug().equals(known.group()))
                .findFirst()
                .orElseThrow();
        return comparison
                .adoption()
                .map(adoption -> new TypeBody(
                        line(group, known, adoption),
                        catalogue.version(),
                        known.texts().what(),
                        known.texts().why(),
                        known.texts().impact(),
                        known.texts().choices(),
                        known.counts(),
                        known.countsNot(),
                        known.regulations().stream()
                                .map(engaged -> {
                                    Regulation regulation = catalogue.regulation(engaged.regulation());
                                    return new EngagedView(
                                            regulation.slug(),
                                            regulation.name(),
                                            engaged.article(),
                                            regulation.articles().get(engaged.article()),
                                            engaged.why(),
                                            engaged.when(),
                                            regulation.jurisdiction(),
                                            regulation.authority());
                                })
                                .toList(),
                        known.enforcement(),
                        known.diligence()));
    }

    private static TypeLine line(Group group, ProvisionType type, Adoption adoption) {
        return new TypeLine(type.slug(), type.name(), group.name(), type.definition(), adoption.spread(type.slug()));
    }

    /** All types. */
    @Schema(name = "ProvisionTypes")
    record TypesBody(String catalogueVersion, List<TypeLine> items) {}

    /** A type in brief. */
    @Schema(name = "ProvisionType")
    record TypeLine(String slug, String name, String group, String definition, Adoption.Spread adoption) {}

    /** A type in full. */
    @Schema(name = "ProvisionTypeInFull")
    record TypeBody(
            TypeLine type,
            String catalogueVersion,
            String what,
            String why,
            String impact,
            List<String> choices,
            List<String> counts,
            List<String> countsNot,
            List<EngagedView> regulations,
            String enforcement,
            List<String> diligence) {}
}
