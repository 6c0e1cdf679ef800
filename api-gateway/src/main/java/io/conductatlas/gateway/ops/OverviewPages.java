package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pipeline.PartitionLag;
import io.conductatlas.gateway.pipeline.Pipeline;
import io.conductatlas.gateway.pipeline.PipelineStatus.DeadLetters;
import io.conductatlas.gateway.readmodel.Operations;
import io.conductatlas.gateway.security.Roles;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The first page for staff, the page of the queues, and the form to sign in. */
@Path("/ops")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.STAFF)
class OverviewPages {
    private static final Logger LOG = Logger.getLogger(OverviewPages.class);

    private final Frames frames;
    private final Shells shells;
    private final Operations operations;
    private final Pipeline pipeline;
    private final SecurityIdentity identity;
    private final Clock clock;

    OverviewPages(
            Frames frames,
            Shells shells,
            Operations operations,
            Pipeline pipeline,
            SecurityIdentity identity,
            Clock clock) {
        this.frames = frames;
        this.shells = shells;
        this.operations = operations;
        this.pipeline = pipeline;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    public Uni<TemplateInstance> overview(@RestQuery @DefaultValue("false") boolean refresh) {
        Instant now = clock.instant();
        return operations
                .now(now)
                .chain(state -> queues().map(queues -> Templates.overview(new OverviewPage(
                        frames.closed("Overview", "ops"),
                        shells.of("overview"),
                        refresh,
                        Moment.of(now),
                        OverviewPage.sources(state),
                        OverviewPage.telling(state),
                        OverviewPage.own(state, now),
                        OverviewPage.stages(queues.lags(), queues.letters()),
                        queues.away()))));
    }

    @GET
    @Path("pipeline")
    public Uni<TemplateInstance> pipeline(@RestQuery @DefaultValue("false") boolean refresh) {
        return queues().map(queues -> Templates.pipeline(PipelinePage.of(
                frames.closed("Pipeline", "ops"),
                shells.of("pipeline"),
                refresh,
                Moment.of(clock.instant()),
                queues.lags(),
                queues.away())));
    }

    @GET
    @Path("sign-in")
    @PermitAll
    public RestResponse<TemplateInstance> signIn(@RestQuery @DefaultValue("false") boolean refused) {
        if (identity.hasRole(Roles.STAFF)) {
            return RestResponse.seeOther(URI.create("/ops"));
        }
        return RestResponse.ok(Templates.signin(new SignInPage(frames.closed("Sign in", "ops"), refused)));
    }

    /** The broker away is something to show, not a reason to show nothing. */
    private Uni<Queues> queues() {
        return pipeline.partitions()
                .chain(lags -> pipeline.status().map(status -> new Queues(lags, status.deadLetters(), false)))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("the broker could not be asked: %s", failure.toString());
                    return new Queues(List.of(), List.of(), true);
                });
    }

    private record Queues(List<PartitionLag> lags, List<DeadLetters> letters, boolean away) {}
}
