package io.conductatlas.gateway.staff;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

    SignInResource(StaffSessions sessions) {
        this.sessions = sessions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<Void>> signIn(@RestForm @Nullable String name, @RestForm @Nullable String password) {
        if (name == null || password == null || name.length() > LONGEST || password.length() > LONGEST) {
            return Uni.createFrom().item(RestResponse.seeOther(REFUSED));
        }
        return sessions.open(name, password)
                .map(cookie -> cookie.map(opened -> RestResponse.ResponseBuilder.<Void>seeOther(START)
                                .cookie(opened)
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
