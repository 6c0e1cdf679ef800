package io.conductatlas.gateway.staff;

import io.conductatlas.gateway.attempts.Addresses;
import io.conductatlas.gateway.attempts.Attempts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Signs staff in and out of the pages under {@code /ops}. The form itself is one of those pages. */
@Path("/ops/session")
@PermitAll
class SignInResource {

    private static final URI START = URI.create("/ops");
    private static final URI FORM = URI.create("/ops/sign-in");
    private static final URI REFUSED = URI.create("/ops/sign-in?refused=true");
    private static final int LONGEST = 256;

    private final StaffSessions sessions;
    private final KnownBrowsers browsers;
    private final Attempts attempts;
    private final Addresses addresses;

    SignInResource(StaffSessions sessions, KnownBrowsers browsers, Attempts attempts, Addresses addresses) {
        this.sessions = sessions;
        this.browsers = browsers;
        this.attempts = attempts;
        this.addresses = addresses;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<Void>> signIn(
            @RestForm @Nullable String name,
            @RestForm @Nullable String password,
            HttpHeaders headers,
            @Context HttpServerRequest request) {
        if (name == null || password == null || name.length() > LONGEST || password.length() > LONGEST) {
            return Uni.createFrom().item(RestResponse.seeOther(REFUSED));
        }
        Attempts.SignIn attempt = browsers.find(name, headers.getCookies())
                .map(attempts::knownBrowser)
                .orElseGet(() -> attempts.stranger(name, addresses.of(request)));
        return sessions.open(name, password)
                .onFailure()
                .invoke(attempt::undecided)
                .invoke(cookie -> cookie.ifPresent(opened -> attempt.succeeded()))
                .map(cookie -> cookie.map(opened -> RestResponse.ResponseBuilder.<Void>seeOther(START)
                                .cookie(opened, browsers.remember(name))
                                .build())
                        .orElseGet(() -> RestResponse.seeOther(REFUSED)));
    }

    @POST
    @Path("/end")
    @Operation(hidden = true)
    public Uni<RestResponse<Void>> signOut(HttpHeaders headers) {
        Cookie cookie = headers.getCookies().get(sessions.cookieName());
        if (cookie == null) {
            return Uni.createFrom().item(RestResponse.seeOther(FORM));
        }
        return sessions.close(cookie.getValue())
                .map(gone -> RestResponse.ResponseBuilder.<Void>seeOther(FORM)
                        .cookie(gone)
                        .build());
    }
}
