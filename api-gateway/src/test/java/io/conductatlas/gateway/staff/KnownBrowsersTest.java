package io.conductatlas.gateway.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.secrets.MasterKey;
import io.conductatlas.secrets.SignedTokens;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownBrowsersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SignedTokens TOKENS =
            new SignedTokens(MasterKey.fromBase64(Base64.getEncoder().encodeToString(new byte[32])));

    private final KnownBrowsers browsers = at(NOW);

    @Test
    void knowsABrowserAgainForTheAccountThatSignedInThere() {
        NewCookie cookie = browsers.remember("Ada of the north");

        assertThat(browsers.find("Ada of the north", sent(cookie))).isPresent();
        assertThat(browsers.find("Ada of the north", sent(cookie)))
                .isEqualTo(browsers.find("Ada of the north", sent(cookie)));
        assertThat(browsers.find("Ada", sent(cookie))).isEmpty();
        assertThat(browsers.find("Ada of the north", Map.of())).isEmpty();
    }

    @Test
    void knowsEachBrowserByAnotherId() {
        assertThat(browsers.find("ada", sent(browsers.remember("ada"))))
                .isNotEqualTo(browsers.find("ada", sent(browsers.remember("ada"))));
    }

    @Test
    void forgetsABrowserAfterHalfAYear() {
        NewCookie cookie = browsers.remember("ada");

        assertThat(at(NOW.plus(Duration.ofDays(180)).minusMillis(1)).find("ada", sent(cookie)))
                .isPresent();
        assertThat(at(NOW.plus(Duration.ofDays(180))).find("ada", sent(cookie))).isEmpty();
        assertThat(cookie.getMaxAge()).isEqualTo(180 * 24 * 3600);
    }

    @Test
    void believesNothingThatItDidNotSignForThisPurpose() {
        String text = "id %d ada".formatted(NOW.plusSeconds(60).getEpochSecond());
        String name = browsers.remember("ada").getName();

        assertThat(browsers.find(
                        "ada", Map.of(name, new Cookie.Builder(name).value(text).build())))
                .isEmpty();
        assertThat(browsers.find(
                        "ada",
                        Map.of(
                                name,
                                new Cookie.Builder(name)
                                        .value(TOKENS.sign("unsubscribe", text))
                                        .build())))
                .isEmpty();
    }

    @Test
    void givesTheCookieToNobodyElse() {
        NewCookie overHttps =
                new KnownBrowsers(TOKENS, Clock.fixed(NOW, ZoneOffset.UTC), "https://atlas.example").remember("ada");

        assertThat(overHttps.getName()).isEqualTo("__Host-atlas-browser");
        assertThat(overHttps.isSecure()).isTrue();
        assertThat(overHttps.isHttpOnly()).isTrue();
        assertThat(overHttps.getSameSite()).isEqualTo(NewCookie.SameSite.STRICT);
        assertThat(overHttps.getPath()).isEqualTo("/");
        assertThat(browsers.remember("ada").isSecure()).isFalse();
    }

    private static KnownBrowsers at(Instant now) {
        return new KnownBrowsers(TOKENS, Clock.fixed(now, ZoneOffset.UTC), "http://127.0.0.1:18080");
    }

    private static Map<String, Cookie> sent(NewCookie cookie) {
        return Map.of(cookie.getName(), cookie);
    }
}
