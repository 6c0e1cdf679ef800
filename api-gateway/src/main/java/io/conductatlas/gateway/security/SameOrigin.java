package io.conductatlas.gateway.security;

import io.conductatlas.gateway.problems.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets no other site act with a staff member's session: what changes anything under {@code /ops} must come from a page of
 * ours, which browsers say in {@code Sec-Fetch-Site} or {@code Origin}. Whoever says neither is refused.
 */
class SameOrigin {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext context, HttpServerRequest request) {
        String path = context.getUriInfo().getPath();
        boolean guarded = path.equals("/ops") || path.startsWith("/ops/");
        if (!guarded || READING.contains(context.getMethod())) {
            return;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean ours = site == null ? isOurs(request.getHeader("Origin"), request) : site.equals("same-origin");
        if (!ours) {
            throw new ProblemException(
                    "foreign-origin", "Not from another site", 403, "This can only be done from our own pages.");
        }
    }

    private static boolean isOurs(@Nullable String origin, HttpServerRequest request) {
        if (origin == null) {
            return false;
        }
        try {
            URI uri = URI.create(origin);
            String authority =
                    request.authority() == null ? "" : request.authority().toString();
            return authority.equalsIgnoreCase(uri.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
