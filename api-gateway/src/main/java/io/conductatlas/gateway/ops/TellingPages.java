package io.conductatlas.gateway.ops;

import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.gateway.audit.Audit;
import io.conductatlas.gateway.endpoints.Endpoints;
import io.conductatlas.gateway.pages.Queries;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.paging.Cursors;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.Changes;
import io.conductatlas.gateway.readmodel.Deliveries;
import io.conductatlas.gateway.readmodel.DeliveryFilter;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.security.Roles;
import io.conductatlas.gateway.subscriptions.Followers;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What became of telling people, and what our staff did. */
@Path("/ops")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.STAFF)
class TellingPages {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int ENDPOINTS = 50;
    private static final int PAGE = 50;

    private final Frames frames;
    private final Shells shells;
    private final Deliveries deliveries;
    private final Endpoints endpoints;
    private final Changes changes;
    private final Followers followers;
    private final Audit audit;
    private final Cursors cursors;
    private final Clock clock;

    TellingPages(
            Frames frames,
            Shells shells,
            Deliveries deliveries,
            Endpoints endpoints,
            Changes changes,
            Followers followers,
            Audit audit,
            Cursors cursors,
            Clock clock) {
        this.frames = frames;
        this.shells = shells;
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.changes = changes;
        this.followers = followers;
        this.audit = audit;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @Path("deliveries")
    public Uni<TemplateInstance> deliveries(
            @RestQuery @DefaultValue("") String channel,
            @RestQuery @DefaultValue("") String outcome,
            @RestQuery @Nullable UUID endpoint,
            @RestQuery @Nullable String after) {
        DeliveryChannel chosen = Queries.constant(DeliveryChannel.class, channel);
        String list = "ops deliveries %s %s %s".formatted(chosen, outcome, endpoint);
        DeliveryFilter filter = new DeliveryFilter(null, null, chosen, outcome.isEmpty() ? null : outcome, endpoint);
        String of = endpoint == null ? "" : endpoint.toString();
        return endpoints
                .health(clock.instant().minus(DAY), ENDPOINTS)
                .chain(health -> deliveries
                        .find(filter, cursors.read(list, after, PAGE))
                        .map(page -> Templates.deliveries(new DeliveriesPage(
                                frames.closed("Deliveries", "ops"),
                                shells.of("deliveries"),
                                health.stream().map(DeliveriesPage::endpoint).toList(),
                                DeliveriesPage.channels(chosen),
                                DeliveriesPage.outcomes(outcome),
                                endpoint == null ? null : of,
                                page.items().stream().map(DeliveriesPage::line).toList(),
                                shells.next(
                                        "/ops/deliveries",
                                        Map.of(
                                                "channel", chosen == null ? "" : chosen.name(),
                                                "outcome", outcome,
                                                "endpoint", of),
                                        list,
                                        page.next())))));
    }

    @GET
    @Path("alerts")
    public Uni<TemplateInstance> alerts(@RestQuery @Nullable String after) {
        String list = "ops alerts";
        return deliveries
                .toldChanges(cursors.read(list, after, PAGE))
                .map(page -> Templates.alerts(new AlertsPage(
                        frames.closed("Alerts", "ops"),
                        shells.of("alerts"),
                        page.items().stream().map(AlertsPage::line).toList(),
                        shells.next("/ops/alerts", Map.of(), list, page.next()))));
    }

    @GET
    @Path("alerts/{change: CA-C-[0-9]+}")
    public Uni<TemplateInstance> trace(String change) {
        return changes.byId(change)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("change", change)))
                .chain(known -> following(known)
                        .chain(follows -> deliveries
                                .find(DeliveryFilter.ofChange(change), PageRequest.first(PageRequest.MAX))
                                .map(page -> Templates.trace(TracePage.of(
                                        frames.closed("Trace of " + change, "ops"),
                                        shells.of("alerts"),
                                        known,
                                        follows,
                                        page.items(),
                                        page.next() != null || follows.size() == PageRequest.MAX)))));
    }

    private Uni<List<Followers.Follower>> following(ChangeView change) {
        List<ProvisionChange> touched =
                change.assessment() == null ? List.of() : change.assessment().provisionChanges();
        return followers.of(
                change.platform().id(),
                change.document().id(),
                touched.stream().map(ProvisionChange::provisionId).distinct().toList(),
                touched.stream().map(ProvisionChange::type).distinct().toList(),
                PageRequest.MAX);
    }

    @GET
    @Path("subscribers/{subscriber}")
    public Uni<TemplateInstance> subscriber(UUID subscriber, @RestQuery @Nullable String after) {
        String list = "ops subscriber " + subscriber;
        return followers
                .subscriber(subscriber)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("subscriber", subscriber.toString())))
                .chain(known -> deliveries
                        .find(DeliveryFilter.ofSubscriber(subscriber), cursors.read(list, after, PAGE))
                        .map(page -> Templates.subscriber(new SubscriberPage(
                                frames.closed("Subscriber", "ops"),
                                shells.of("alerts"),
                                subscriber.toString(),
                                SubscriberPage.facts(known),
                                page.items().stream().map(DeliveriesPage::line).toList(),
                                shells.next("/ops/subscribers/" + subscriber, Map.of(), list, page.next())))));
    }

    @GET
    @Path("audit")
    public Uni<TemplateInstance> audit(@RestQuery @Nullable String after) {
        String list = "ops audit";
        return audit.newest(cursors.read(list, after, PAGE))
                .map(page -> Templates.audit(new AuditPage(
                        frames.closed("Audit log", "ops"),
                        shells.of("audit"),
                        page.items().stream().map(AuditPage::line).toList(),
                        shells.next("/ops/audit", Map.of(), list, page.next()))));
    }
}
