package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.comparison.Comparison;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.readmodel.Platforms;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;

/** Where platforms drift. The pages stand beside those of platforms, for below these every name is a document's. */
@Path("/drift")
@Produces(MediaType.TEXT_HTML)
class DriftPages {
    private final Frames frames;
    private final Platforms platforms;
    private final Comparison comparison;

    DriftPages(Frames frames, Platforms platforms, Comparison comparison) {
        this.frames = frames;
        this.platforms = platforms;
        this.comparison = comparison;
    }

    @GET
    @Path("{platform}")
    public Uni<TemplateInstance> drift(
            String platform, @RestQuery @DefaultValue("12") int months, @RestQuery @DefaultValue("") String show) {
        int span = Math.max(1, Math.min(months, Comparison.MOST_MONTHS));
        return platforms
                .bySlug(platform)
                .map(found -> found.orElseThrow(() -> new PageNotFound("No platform of that name is under watch.")))
                .chain(known -> page(known, span, show.equals("all")));
    }

    private Uni<TemplateInstance> page(PlatformView platform, int months, boolean all) {
        return comparison
                .drift(platform.id(), months)
                .map(drift -> Templates.drift(DriftPage.of(
                        frames.open(
                                "Drift of " + platform.name(),
                                "Whether the agreements of %s get better or worse for people."
                                        .formatted(platform.name()),
                                "platforms",
                                Hrefs.drift(platform.slug())),
                        platform,
                        drift,
                        all)));
    }
}
