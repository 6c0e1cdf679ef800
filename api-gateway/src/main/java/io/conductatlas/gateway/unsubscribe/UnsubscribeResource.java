package io.conductatlas.gateway.unsubscribe;

import io.conductatlas.gateway.accounts.Accounts;
import io.conductatlas.gateway.accounts.Accounts.MailWishes;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.secrets.SignedTokens;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Takes subscribers off a mailing list (RFC 8058): a POST does it at once, whoever sends it and however often, without a
 * cookie or a login; a GET only shows a page with a button, because mail scanners follow links.
 */
@Path("/u/{token}")
@PermitAll
class UnsubscribeResource {

    private static final String PURPOSE = "unsubscribe";

    private final Accounts accounts;
    private final SignedTokens tokens;
    private final Frames frames;

    UnsubscribeResource(Accounts accounts, SignedTokens tokens, Frames frames) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.frames = frames;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance ask(@RestPath String token) {
        return Templates.ask(new LeavingPage(
                frames.closed("Leave a mailing list", ""), read(token).words()));
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA, MediaType.WILDCARD})
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<TemplateInstance> leave(@RestPath String token) {
        Leaving leaving = read(token);
        return accounts.change(leaving.subscriberId(), leaving::without)
                .replaceWith(() ->
                        Templates.done(new LeavingPage(frames.closed("You have left the list", ""), leaving.words())));
    }

    private Leaving read(String token) {
        return tokens.read(PURPOSE, token)
                .map(Leaving::parse)
                .orElseThrow(() -> new ProblemException(
                        "not-a-link", "Not a link of ours", 404, "This link is not one of ours, or not whole."));
    }

    /** Which list is left by whom: {@code <subscriber id> alerts} or {@code <subscriber id> digest}. */
    record Leaving(UUID subscriberId, boolean alerts) {

        static Leaving parse(String content) {
            String[] parts = content.split(" ", 2);
            return new Leaving(UUID.fromString(parts[0]), parts[1].equals("alerts"));
        }

        MailWishes without(MailWishes wishes) {
            return alerts ? new MailWishes(false, wishes.digest()) : new MailWishes(wishes.alerts(), false);
        }

        String words() {
            return alerts ? "alerts on the day of a change" : "the weekly digest";
        }
    }

    /** @param list which mail it is about, in words */
    record LeavingPage(Frame frame, String list) {}

    @CheckedTemplate(basePath = "unsubscribe")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ask(LeavingPage page);

        static native TemplateInstance done(LeavingPage page);
    }
}
