package io.conductatlas.gateway.staff;

import io.conductatlas.secrets.SignedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Knows again the browsers in which somebody signed in to an account, as in OWASP's "Slow Down Online Guessing Attacks with
 * Device Cookies". The cookie opens nothing: it only lets the browser try a password where strangers are held back. It is
 * signed, and nothing of it is stored.
 */
@ApplicationScoped
class KnownBrowsers {

    private static final String PURPOSE = "known-browser";
    private static final Duration LASTS = Duration.ofDays(180);

    private final SignedTokens tokens;
    private final Clock clock;
    private final boolean secure;
    private final SecureRandom random = new SecureRandom();

    KnownBrowsers(SignedTokens tokens, Clock clock, @ConfigProperty(name = "atlas.public-url") String publicUrl) {
        this.tokens = tokens;
        this.clock = clock;
        this.secure = publicUrl.startsWith("https:");
    }

    /** What the browser is known by; empty if nobody signed in to {@code account} in it, or not for half a year. */
    Optional<String> find(String account, Map<String, Cookie> cookies) {
        Cookie cookie = cookies.get(cookieName());
        return cookie == null
                ? Optional.empty()
                : tokens.read(PURPOSE, cookie.getValue())
                        .map(Known::read)
                        .filter(known -> known.account().equals(account)
                                && clock.instant().isBefore(known.until()))
                        .map(Known::id);
    }

    /** The cookie by which the browser is known from now on, for {@code account} alone. */
    NewCookie remember(String account) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        Known known = new Known(
                Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                clock.instant().plus(LASTS),
                account);
        return new NewCookie.Builder(cookieName())
                .value(tokens.sign(PURPOSE, known.text()))
                .path("/")
                .maxAge((int) LASTS.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private String cookieName() {
        return secure ? "__Host-atlas-browser" : "atlas-browser";
    }

    private record Known(String id, Instant until, String account) {

        /** Of a text that only we can have written. */
        static Known read(String text) {
            String[] parts = text.split(" ", 3);
            return new Known(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[2]);
        }

        String text() {
            return id + " " + until.getEpochSecond() + " " + account;
        }
    }
}
