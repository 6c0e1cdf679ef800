package io.conductatlas.gateway.feed;

import io.conductatlas.gateway.pages.parts.Frames;
import jakarta.enterprise.context.ApplicationScoped;
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

/** Answers with a feed, or that nothing in it is new. */
@ApplicationScoped
class FeedAnswers {
    private static final String ATOM = "application/atom+xml;charset=utf-8";

    /** A change within the same second as an answer must not be hidden by that answer's date. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Clock clock;
    private final AtomWriter writer;

    FeedAnswers(Frames frames, Clock clock) {
        this.clock = clock;
        this.writer = new AtomWriter(frames::address);
    }

    Response respond(Request request, Feed feed) {
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
