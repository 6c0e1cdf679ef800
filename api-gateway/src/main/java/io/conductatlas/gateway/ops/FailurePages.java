package io.conductatlas.gateway.ops;

import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.gateway.pages.Queries;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.paging.Cursors;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.Sources;
import io.conductatlas.gateway.readmodel.Turns;
import io.conductatlas.gateway.reviews.Reviews;
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
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Fetches that failed, and captures that were refused, with the decision about the latter. */
@Path("/ops")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.STAFF)
class FailurePages {
    private static final String FAILURES = "/ops/failures";
    private static final String REFUSALS = "/ops/refusals";
    private static final int FAILING = 50;
    private static final int PAGE = 50;
    private static final int TURNS = 20;

    private final Frames frames;
    private final Shells shells;
    private final Sources sources;
    private final Turns turns;
    private final Reviews reviews;
    private final Cursors cursors;
    private final Clock clock;

    FailurePages(
            Frames frames, Shells shells, Sources sources, Turns turns, Reviews reviews, Cursors cursors, Clock clock) {
        this.frames = frames;
        this.shells = shells;
        this.sources = sources;
        this.turns = turns;
        this.reviews = reviews;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @Path("failures")
    public Uni<TemplateInstance> failures(@RestQuery @Nullable String after) {
        String list = "ops failures";
        Instant now = clock.instant();
        return sources.failing(FAILING)
                .chain(failing -> sources.captures(null, "FAILED", cursors.read(list, after, PAGE))
                        .map(page -> Templates.failures(new FailuresPage(
                                frames.closed("Failures", "ops"),
                                shells.of("failures"),
                                failing.stream()
                                        .map(source -> SourcesPage.line(source, now))
                                        .toList(),
                                shells.may(Roles.OPERATOR),
                                page.items().stream().map(FailuresPage::failure).toList(),
                                shells.next(FAILURES, Map.of(), list, page.next())))));
    }

    @GET
    @Path("refusals")
    public Uni<TemplateInstance> refusals(
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("") String done,
            @RestQuery @Nullable String after) {
        boolean all = show.equals("all");
        String list = "ops refusals " + all;
        return sources.refusals(!all, cursors.read(list, after, PAGE))
                .chain(page -> turns.latest(TURNS)
                        .map(latest -> Templates.refusals(new RefusalsPage(
                                frames.closed("Refused captures", "ops"),
                                shells.of("refusals", done),
                                all,
                                page.items().stream().map(RefusalsPage::line).toList(),
                                latest.stream().map(RefusalsPage::pair).toList(),
                                shells.next(REFUSALS, Map.of("show", all ? "all" : ""), list, page.next())))));
    }

    @GET
    @Path("refusals/{capture}")
    public Uni<TemplateInstance> refusal(UUID capture) {
        return sources.refusal(capture)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("refused capture", capture.toString())))
                .chain(refusal -> sources.capture(capture)
                        .map(known -> Templates.refusal(RefusalPage.of(
                                frames.closed("Refused capture", "ops"),
                                shells.of("refusals"),
                                refusal,
                                known,
                                shells.may(Roles.REVIEWER)))));
    }

    @POST
    @Path("refusals/{capture}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REVIEWER)
    public Uni<RestResponse<Void>> review(
            UUID capture,
            @RestForm @Nullable String verdict,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String reason) {
        ReviewVerdict decided = Queries.constant(ReviewVerdict.class, verdict == null ? "" : verdict);
        if (decided == null || decided == ReviewVerdict.CORRECTED) {
            throw ProblemException.badParameter("verdict", "must be ACCEPTED or REJECTED");
        }
        ReviewVerdict stood = Queries.constant(ReviewVerdict.class, seen == null ? "" : seen);
        return reviews.ofCapture(capture, stood, decided, Reasons.needed(reason))
                .map(nothing -> Shells.done(
                        REFUSALS, Map.of(), decided == ReviewVerdict.ACCEPTED ? Notice.ACCEPTED : Notice.CONFIRMED));
    }
}
