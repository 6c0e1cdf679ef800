package io.conductatlas.gateway.api;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.gateway.comparison.Adoption;
import io.conductatlas.gateway.comparison.Comparison;
import io.conductatlas.gateway.comparison.Comparison.Column;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.security.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Platforms beside each other. */
@Path("/v1/comparison")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comparison")
@RolesAllowed({Roles.SUBSCRIBER, Roles.STAFF})
class ComparisonResource {

    private final Comparison comparison;
    private final Lists lists;
    private final Catalogue catalogue = Catalogue.bundled();

    ComparisonResource(Comparison comparison, Lists lists) {
        this.comparison = comparison;
        this.lists = lists;
    }

    @GET
    @Operation(
            summary = "Compare platforms",
            description =
                    "What the current Versions of two to four platforms state, on one type of provision or on all:"
                            + " the words, the severity, whether a way out is stated, and when each last changed.")
    public Uni<ComparisonBody> compare(
            @Parameter(description = "A provision type's slug; all types where it is left out") @RestQuery @Nullable
                    String type,
            @Parameter(description = "Two to four platforms' slugs") @RestQuery("platform") List<String> platforms) {
        if (type != null && !catalogue.knows(type)) {
            throw ProblemException.notFound("provision type", type);
        }
        List<String> chosen = platforms.stream().distinct().toList();
        if (chosen.size() < Comparison.LEAST || chosen.size() > Comparison.MOST) {
            throw ProblemException.badParameter("platform", "must be given for two to four different platforms");
        }
        return Multi.createFrom()
                .iterable(chosen)
                .onItem()
                .transformToUniAndConcatenate(lists::platform)
                .collect()
                .asList()
                .chain(found -> body(type, found));
    }

    private Uni<ComparisonBody> body(@Nullable String type, List<PlatformView> platforms) {
        return comparison
                .columns(platforms, type)
                .chain(columns -> comparison
                        .adoption()
                        .map(adoption -> new ComparisonBody(
                                type,
                                type == null
                                        ? null
                                        : catalogue.type(type).texts().impact(),
                                type == null ? null : adoption.spread(type),
                                columns)));
    }

    /** Platforms beside each other, in the order they were asked for. */
    @Schema(name = "Comparison")
    record ComparisonBody(
            @Nullable String type,

            @Schema(description = "What such a provision means for people; null where all types are compared") @Nullable
            String impact,

            Adoption.@Nullable Spread adoption,
            List<Column> platforms) {}
}
