package io.conductatlas.gateway.feed;

import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.readmodel.ChangeFilter;
import io.conductatlas.gateway.readmodel.Changes;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.readmodel.Platforms;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Serves the feed of one platform. The whole path stands on the class: a resource is chosen by its class first, and the
 * pages under {@code /platforms} would take the feed for a document.
 */
@Path("/platforms/{platform}/feed.atom")
class PlatformFeedResource {
    private final Changes changes;
    private final Platforms platforms;
    private final Frames frames;
    private final FeedAnswers answers;

    PlatformFeedResource(Changes changes, Platforms platforms, Frames frames, FeedAnswers answers) {
        this.changes = changes;
        this.platforms = platforms;
        this.frames = frames;
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> ofPlatform(String platform, @Context Request request) {
        return platforms
                .bySlug(platform)
                .map(found -> found.orElseThrow(NotFoundException::new))
                .chain(known -> changes.find(
                                new ChangeFilter(known.id(), null, true, null, null), PageRequest.first(Feed.ENTRIES))
                        .map(page -> answers.respond(
                                request,
                                new Feed(
                                        Feed.AUTHORITY + "feed:" + known.slug(),
                                        "ConductAtlas: changes in the agreements of " + known.name(),
                                        frames.address(Hrefs.platformFeed(known.slug())),
                                        frames.address(Hrefs.platform(known.slug())),
                                        page.items()))));
    }
}
