package io.conductatlas.gateway.ops;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.events.Direction;
import io.conductatlas.events.Severity;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.CorrectionLine;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Option;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.AssessmentView;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.Changes;
import io.conductatlas.gateway.readmodel.Corrections;
import io.conductatlas.gateway.readmodel.ProvisionRecord;
import io.conductatlas.gateway.readmodel.Provisions;
import io.conductatlas.gateway.readmodel.QuoteView;
import io.conductatlas.gateway.readmodel.ReviewView;
import io.conductatlas.gateway.reviews.Reviews;
import io.conductatlas.gateway.reviews.Verdict;
import io.conductatlas.gateway.security.Roles;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where our staff decide about provisions and assessments. */
@Path("/ops/reviews")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.STAFF)
class ReviewPages {
    private static final String SECTION = "reviews";
    private static final String START = "/ops/reviews";
    private static final String PROVISION = "{id: CA-P-[0-9]+}";
    private static final String CHANGE = "{id: CA-C-[0-9]+}";
    private static final Pattern REVIEWABLE = Pattern.compile("CA-[PC]-[0-9]+");
    private static final int SHOWN = 20;
    private static final int EXCERPT = 240;

    private final Frames frames;
    private final Shells shells;
    private final Provisions provisions;
    private final Changes changes;
    private final Corrections corrections;
    private final Reviews reviews;
    private final Catalogue catalogue = Catalogue.bundled();

    ReviewPages(
            Frames frames,
            Shells shells,
            Provisions provisions,
            Changes changes,
            Corrections corrections,
            Reviews reviews) {
        this.frames = frames;
        this.shells = shells;
        this.provisions = provisions;
        this.changes = changes;
        this.corrections = corrections;
        this.reviews = reviews;
    }

    /** What a form says of a provision or an assessment. */
    static class Form {
        @RestForm
        @Nullable
        String verdict;

        @RestForm
        @Nullable
        String type;

        @RestForm
        @Nullable
        String severity;

        @RestForm
        @Nullable
        String direction;

        @RestForm
        @Nullable
        String summary;

        @RestForm
        @Nullable
        String reason;

        @RestForm
        @Nullable
        String seen;

        Verdict verdict() {
            return new Verdict(verdict, type, severity, direction, summary, reason, seen());
        }

        private @Nullable UUID seen() {
            if (seen == null || seen.isEmpty()) {
                return null;
            }
            try {
                return UUID.fromString(seen);
            } catch (IllegalArgumentException e) {
                throw ProblemException.badParameter("seen", "must be the id of a review");
            }
        }
    }

    /** The least sure provisions, the latest reviews, and a way to anything by its id. */
    @GET
    public Uni<RestResponse<TemplateInstance>> queue(
            @RestQuery @DefaultValue("") String id, @RestQuery @DefaultValue("") String done) {
        String asked = id.strip();
        if (REVIEWABLE.matcher(asked).matches()) {
            return Uni.createFrom().item(RestResponse.seeOther(URI.create(START + "/" + asked)));
        }
        return provisions
                .leastSure(SHOWN)
                .chain(unsure -> corrections
                        .latest(SHOWN)
                        .map(latest -> RestResponse.ok(Templates.reviews(new ReviewPage.Queue(
                                frames.closed("Reviews", "ops"),
                                shells.of(SECTION, done),
                                asked,
                                asked.isEmpty()
                                        ? null
                                        : "A provision's or a change's id is needed, such as CA-P-000123.",
                                unsure.stream().map(ReviewPages::line).toList(),
                                latest.stream().map(CorrectionLine::of).toList())))));
    }

    private static ReviewPage.Unsure line(Provisions.Unsure unsure) {
        return new ReviewPage.Unsure(
                START + "/" + unsure.id(),
                unsure.id(),
                unsure.title(),
                "%d %%".formatted(Math.round(100 * unsure.confidence())),
                Words.excerpt(unsure.quote(), EXCERPT),
                unsure.document());
    }

    @GET
    @Path(PROVISION)
    public Uni<TemplateInstance> provision(String id) {
        return provisions
                .byId(id)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("provision", id)))
                .chain(provisions::record)
                .chain(record -> corrections.of(id).map(of -> Templates.review(page(record, of))));
    }

    @GET
    @Path(CHANGE)
    public Uni<TemplateInstance> change(String id) {
        return changes.byId(id)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("change", id)))
                .chain(change -> corrections.of(id).map(of -> Templates.review(page(change, of))));
    }

    @POST
    @Path(PROVISION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REVIEWER)
    public Uni<RestResponse<Void>> reviewProvision(String id, @BeanParam Form form) {
        return reviews.ofProvision(id, form.verdict()).map(nothing -> Shells.done(START, Map.of(), Notice.REVIEWED));
    }

    @POST
    @Path(CHANGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REVIEWER)
    public Uni<RestResponse<Void>> reviewChange(String id, @BeanParam Form form) {
        return reviews.ofAssessment(id, form.verdict()).map(nothing -> Shells.done(START, Map.of(), Notice.REVIEWED));
    }

    private ReviewPage page(ProvisionRecord record, List<ReviewView> of) {
        String id = record.provision().id();
        List<Badge> badges = new ArrayList<>();
        badges.add(Badge.of(record.provision().severity()));
        if (record.provision().denied()) {
            badges.add(Badge.DENIED);
        }
        return new ReviewPage(
                frames.closed("Review " + id, "ops"),
                shells.of(SECTION),
                id,
                "%s in %s’s %s"
                        .formatted(
                                record.provision().title(),
                                record.provision().platform().name(),
                                record.provision().document().name()),
                new Link(Hrefs.provision(id), id),
                badges,
                record.quotes().stream().map(QuoteView::text).toList(),
                catalogue.types().stream()
                        .map(type -> new Option(type.slug(), type.name(), false))
                        .toList(),
                Option.of(Severity.class, null),
                List.of(),
                false,
                of.stream().map(CorrectionLine::of).toList(),
                START + "/" + id,
                seen(of),
                shells.may(Roles.REVIEWER));
    }

    private ReviewPage page(ChangeView change, List<ReviewView> of) {
        AssessmentView assessment = change.assessment();
        return new ReviewPage(
                frames.closed("Review " + change.id(), "ops"),
                shells.of(SECTION),
                change.id(),
                change.title(),
                new Link(Hrefs.change(change.id()), change.id()),
                assessment == null
                        ? List.of()
                        : List.of(Badge.of(assessment.severity()), Badge.of(assessment.direction())),
                assessment == null ? List.of() : List.of(assessment.summary()),
                List.of(),
                Option.of(Severity.class, null),
                Option.of(Direction.class, null),
                true,
                of.stream().map(CorrectionLine::of).toList(),
                START + "/" + change.id(),
                seen(of),
                assessment != null && shells.may(Roles.REVIEWER));
    }

    private static String seen(List<ReviewView> of) {
        return of.isEmpty() ? "" : of.get(0).id().toString();
    }
}
