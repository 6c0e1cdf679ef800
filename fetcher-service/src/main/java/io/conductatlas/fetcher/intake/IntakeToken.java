package io.conductatlas.fetcher.intake;

import io.conductatlas.fetcher.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets in who knows the token. */
@ApplicationScoped
class IntakeToken {

    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> expected;

    IntakeToken(IntakeConfig config) {
        this.expected =
                config.token().filter(token -> !token.isBlank()).map(token -> token.getBytes(StandardCharsets.UTF_8));
    }

    /** Turns away whoever lacks the token, before anything of the body is read. */
    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().startsWith("/intake")) {
            check(request.getHeaderString("Authorization"));
        }
    }

    /** Takes the same time however much of what is given is right. */
    private void check(@Nullable String authorization) {
        byte[] given = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        if (expected.isEmpty() || !MessageDigest.isEqual(expected.get(), given)) {
            throw new ProblemException(
                    "unauthorized",
                    "Not authorised",
                    401,
                    "This address needs the intake's token as a bearer token.",
                    Map.of("WWW-Authenticate", "Bearer realm=\"intake\""));
        }
    }
}
