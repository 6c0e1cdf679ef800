package io.conductatlas.gateway.authentication;

import io.conductatlas.gateway.accounts.ApiKeys;
import io.conductatlas.gateway.accounts.KeyHolder;
import io.conductatlas.gateway.accounts.KeyScope;
import io.conductatlas.gateway.attempts.Addresses;
import io.conductatlas.gateway.attempts.Attempts;
import io.conductatlas.gateway.problems.TooManyAttemptsException;
import io.conductatlas.gateway.security.Callers;
import io.conductatlas.gateway.security.Roles;
import io.conductatlas.gateway.staff.StaffMember;
import io.conductatlas.gateway.staff.StaffSessions;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;

/**
 * Knows callers of the API by their key, and staff in a browser by their session.
 *
 * <p>Each only counts in its own place: a cookie opens nothing under {@code /v1}, so that no other site can use it there,
 * and a key opens none of the staff's pages.
 */
@ApplicationScoped
class CallerAuthentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final String API = "/v1/";

    private final ApiKeys keys;
    private final StaffSessions sessions;
    private final Attempts attempts;
    private final Addresses addresses;

    CallerAuthentication(ApiKeys keys, StaffSessions sessions, Attempts attempts, Addresses addresses) {
        this.keys = keys;
        this.sessions = sessions;
        this.attempts = attempts;
        this.addresses = addresses;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        if (request.normalizedPath().startsWith(API)) {
            return byKey(request.request());
        }
        Cookie cookie = request.request().getCookie(sessions.cookieName());
        return cookie == null
                ? Uni.createFrom().nullItem()
                : sessions.member(cookie.getValue())
                        .map(member ->
                                member.map(CallerAuthentication::identity).orElse(null));
    }

    private Uni<SecurityIdentity> byKey(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Uni.createFrom().nullItem();
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        String key = authorization.substring(BEARER.length()).strip();
        String address = addresses.of(request);
        Duration pause = attempts.pauseOfKeys(address);
        if (!pause.isZero() && !ApiKeys.isMinted(key)) {
            return Uni.createFrom().failure(new AuthenticationFailedException(new TooManyAttemptsException(pause)));
        }
        return keys.holder(key).map(holder -> identity(holder.orElseThrow(() -> refusal(address))));
    }

    /** The holder of a key of ours, which nobody guesses, is let in even where others from the address are held back. */
    private AuthenticationFailedException refusal(String address) {
        Duration pause = attempts.pauseOfKeys(address);
        if (!pause.isZero()) {
            return new AuthenticationFailedException(new TooManyAttemptsException(pause));
        }
        attempts.wrongKey(address);
        return new AuthenticationFailedException();
    }

    private static SecurityIdentity identity(KeyHolder holder) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("key:" + holder.publicId()))
                .addRole(holder.scope() == KeyScope.STAFF ? Roles.STAFF : Roles.SUBSCRIBER);
        if (holder.subscriberId() != null) {
            identity.addAttribute(Callers.SUBSCRIBER_ID, holder.subscriberId());
        }
        return identity.build();
    }

    private static SecurityIdentity identity(StaffMember member) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(member.name()))
                .addRole(Roles.STAFF)
                .addRoles(Set.copyOf(member.roles()))
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"conductatlas\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
