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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves the feeds, and says when nothing is new. */
@Path("/")
class FeedResource {
    private static final String ATOM = "application/atom+xml;charset=utf-8";
    private static final int ENTRIES = 100;

    /** A change within the same second as an answer must not be hidden by that answer's date. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Changes changes;
    private final Platforms platforms;
    private final Frames frames;
    private final Clock clock;
    private final AtomWriter writer;

    FeedResource(Changes changes, Platforms platforms, Frames frames, Clock clock) {
        this.changes = changes;
        this.platforms = platforms;
        this.frames = frames;
        this.clock = clock;
        this.writer = new AtomWriter(frames::address);
    }

    @GET
    @Path("feed.atom")
    @Operation(hidden = true)
    public Uni<Response> all(@Context Request request) {
        return changes.find(new ChangeFilter(null, null, true, null, null), PageRequest.first(ENTRIES))
                .map(page -> respond(
                        request,
                        new Feed(
                                Feed.AUTHORITY + "feed",
                                "ConductAtlas: changes in platforms' agreements",
                                frames.address("/feed.atom"),
                                frames.address("/changes"),
                                page.items())));
    }

    @GET
    @Path("platforms/{platform}/feed.atom")
    @Operation(hidden = true)
    public Uni<Response> ofPlatform(String platform, @Context Request request) {
        return platforms
                .bySlug(platform)
                .map(found -> found.orElseThrow(NotFoundException::new))
                .chain(known -> changes.find(
                                new ChangeFilter(known.id(), null, true, null, null), PageRequest.first(ENTRIES))
                        .map(page -> respond(
                                request,
                                new Feed(
                                        Feed.AUTHORITY + "feed:" + known.slug(),
                                        "ConductAtlas: changes in the agreements of " + known.name(),
                                        frames.address(Hrefs.platformFeed(known.slug())),
                                        frames.address(Hrefs.platform(known.slug())),
                                        page.items()))));
    }

    private Response respond(Request request, Feed feed) {
        byte[] atom = writer.write(feed);
        EntityTag tag = new EntityTag(sha256(atom));
        Instant updated = feed.updated().truncatedTo(ChronoUnit.SECONDS);
        boolean settled = Duration.between(updated, clock.instant()).compareTo(SETTLED) > 0;
        Response.ResponseBuilder unchanged =
                settled ? request.evaluatePreconditions(Date.from(updated), tag) : request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(atom, ATOM) : unchanged;
        return (settled ? answer.lastModified(Date.from(updated)) : answer)
                .tag(tag)
                .header("Cache-Control", "public, max-age=60")
                .build();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
