package io.conductatlas.gateway.feed;

import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.readmodel.ChangeFilter;
import io.conductatlas.gateway.readmodel.Changes;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves the feed of all platforms. */
@Path("/feed.atom")
class FeedResource {
    private final Changes changes;
    private final Frames frames;
    private final FeedAnswers answers;

    FeedResource(Changes changes, Frames frames, FeedAnswers answers) {
        this.changes = changes;
        this.frames = frames;
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> all(@Context Request request) {
        return changes.find(new ChangeFilter(null, null, true, null, null), PageRequest.first(Feed.ENTRIES))
                .map(page -> answers.respond(
                        request,
                        new Feed(
                                Feed.AUTHORITY + "feed",
                                "ConductAtlas: changes in platforms' agreements",
                                frames.address("/feed.atom"),
                                frames.address("/changes"),
                                page.items())));
    }
}
