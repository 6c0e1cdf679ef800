package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.CorrectionLine;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.paging.Cursors;
import io.conductatlas.gateway.readmodel.Corrections;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The public log of corrections. */
@Path("/corrections")
@Produces(MediaType.TEXT_HTML)
class CorrectionPages {
    private static final String LIST = "corrections page";
    private static final int PAGE = 50;

    private final Frames frames;
    private final Corrections corrections;
    private final Cursors cursors;

    CorrectionPages(Frames frames, Corrections corrections, Cursors cursors) {
        this.frames = frames;
        this.corrections = corrections;
        this.cursors = cursors;
    }

    @GET
    public Uni<TemplateInstance> log(@RestQuery @Nullable String after) {
        return corrections
                .log(cursors.read(LIST, Queries.absentIfEmpty(after), PAGE))
                .map(page -> {
                    String next = cursors.write(LIST, page.next());
                    return Templates.corrections(new CorrectionsPage(
                            frames.open(
                                    "Corrections",
                                    "What we had got wrong, and what is right.",
                                    "methodology",
                                    "/corrections"),
                            page.items().stream().map(CorrectionLine::of).toList(),
                            next == null ? null : Queries.address("/corrections", Map.of("after", next))));
                });
    }
}
