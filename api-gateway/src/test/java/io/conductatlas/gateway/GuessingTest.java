package io.conductatlas.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.conductatlas.embedded.StackTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

/** Whoever guesses passwords or keys. The tests' gateway believes one proxy, so that each test has addresses of its own. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class GuessingTest {

    /** As the tests' gateway is told. */
    private static final int MOST_OF_A_PLACE = 2;

    private static final int MOST_OF_AN_ACCOUNT = 5;

    private static final String RIGHT = "tests-guessed-password";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BROWSER = "atlas-browser";

    @Inject
    Gateway gateway;

    @Test
    void anAddressWaitsAfterTooManyWrongPasswordsWhetherTheAccountExistsOrNot() throws Exception {
        String here = address();
        String known = account();
        String unknown = "nobody-" + UUID.randomUUID();

        for (String name : new String[] {known, unknown}) {
            for (int i = 0; i < MOST_OF_A_PLACE; i++) {
                isRefused(signIn(name, "guessed", here));
            }
        }

        Response ofKnown = signIn(known, RIGHT, here);
        Response ofUnknown = signIn(unknown, "guessed", here);
        isHeldBack(ofKnown).body("detail", containsString("Try again in "));
        isHeldBack(ofUnknown).body("title", equalTo(ofKnown.path("title"))).body("type", equalTo(ofKnown.path("type")));
        inABrowser(known, RIGHT, here)
                .then()
                .statusCode(429)
                .contentType("text/html")
                .body(containsString("Too many attempts"))
                .body(containsString("Try again in "))
                .body(containsString("href=\"/ops/sign-in\">Back to signing in<"));
        isSignedIn(signIn(known, RIGHT, address()));
    }

    @Test
    void signingInForgetsTheFailuresBefore() throws Exception {
        String here = address();
        String name = account();
        for (int i = 0; i < MOST_OF_A_PLACE - 1; i++) {
            isRefused(signIn(name, "guessed", here));
        }

        isSignedIn(signIn(name, RIGHT, here));

        for (int i = 0; i < 2; i++) {
            isRefused(signIn(name, "guessed", here));
        }
    }

    @Test
    void aBrowserThatSignedInBeforeIsLetInWhileManyAddressesGuessTheAccount() throws Exception {
        String name = account();
        String known = signIn(name, RIGHT, address()).getCookie(BROWSER);

        guessFromManyAddresses(name);

        isHeldBack(signIn(name, RIGHT, address()));
        isSignedIn(signIn(name, RIGHT, address(), known));
    }

    @Test
    void aBrowserIsKnownForTheAccountItSignedInToAndNoOther() throws Exception {
        String name = account();
        String other = signIn(account(), RIGHT, address()).getCookie(BROWSER);
        String own = signIn(name, RIGHT, address()).getCookie(BROWSER);
        char first = own.charAt(0);

        guessFromManyAddresses(name);

        isHeldBack(signIn(name, RIGHT, address(), other));
        isHeldBack(signIn(name, RIGHT, address(), (first == 'A' ? 'B' : 'A') + own.substring(1)));
        isHeldBack(signIn(name, RIGHT, address(), "nothing like it"));
    }

    @Test
    void aKnownBrowserWaitsAfterTooManyWrongPasswordsWhereverItIs() throws Exception {
        String name = account();
        String known = signIn(name, RIGHT, address()).getCookie(BROWSER);
        for (int i = 0; i < MOST_OF_A_PLACE; i++) {
            isRefused(signIn(name, "guessed", address(), known));
        }

        isHeldBack(signIn(name, RIGHT, address(), known));
        isSignedIn(signIn(name, RIGHT, address()));
    }

    @Test
    void keysThatCouldBeGuessedAreNotLookedAtAfterAHundredWrongOnes() {
        Header here = from(address());
        String ours = Gateway.subscriber("free");
        for (int i = 0; i < 100; i++) {
            Gateway.as("guess-" + i).header(here).get("/v1/platforms").then().statusCode(401);
        }

        ValidatableResponse next =
                Gateway.as("guess").header(here).get("/v1/platforms").then();

        next.statusCode(429).contentType(Gateway.PROBLEM).body("type", endsWith("/too-many-attempts"));
        assertThat(Integer.parseInt(next.extract().header("Retry-After"))).isBetween(1, 900);
        Gateway.asStaff().header(here).get("/v1/platforms").then().statusCode(429);
        Gateway.as(ours).header(here).get("/v1/platforms").then().statusCode(200);
        Gateway.asStaff().header(from(address())).get("/v1/platforms").then().statusCode(200);
    }

    /** The name of a new account. Its password was hashed in no time, as the hash says, so that many can be tried. */
    private String account() throws GeneralSecurityException, SQLException {
        String name = "guessed-" + UUID.randomUUID();
        byte[] salt = name.substring(0, 16).getBytes(StandardCharsets.US_ASCII);
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(RIGHT.toCharArray(), salt, 1, 256))
                .getEncoded();
        gateway.run("insert into staff_account values ('%s', 'pbkdf2-sha256$1$%s$%s', '[\"viewer\"]', now())"
                .formatted(
                        name,
                        Base64.getEncoder().encodeToString(salt),
                        Base64.getEncoder().encodeToString(hash)));
        return name;
    }

    private static void guessFromManyAddresses(String name) {
        for (int i = 0; i < MOST_OF_AN_ACCOUNT; i++) {
            isRefused(signIn(name, "guessed", address()));
        }
    }

    private static void isSignedIn(Response answer) {
        answer.then().statusCode(303).header("Location", endsWith("/ops"));
        assertThat(answer.getCookie(Staff.COOKIE)).isNotEmpty();
    }

    private static void isRefused(Response answer) {
        answer.then()
                .statusCode(303)
                .header("Location", endsWith("refused=true"))
                .header("Set-Cookie", nullValue());
    }

    private static ValidatableResponse isHeldBack(Response answer) {
        ValidatableResponse heldBack = answer.then()
                .statusCode(429)
                .contentType(Gateway.PROBLEM)
                .header("Set-Cookie", nullValue())
                .body("type", endsWith("/too-many-attempts"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 900);
        return heldBack;
    }

    private static Response signIn(String name, String password, String address) {
        return post(form(address), name, password);
    }

    private static Response signIn(String name, String password, String address, String knownBrowser) {
        return post(form(address).cookie(BROWSER, knownBrowser), name, password);
    }

    private static Response inABrowser(String name, String password, String address) {
        return post(form(address).accept(Staff.BROWSER), name, password);
    }

    private static RequestSpecification form(String address) {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .header(from(address))
                .contentType(FORM);
    }

    private static Response post(RequestSpecification form, String name, String password) {
        return form.formParam("name", name).formParam("password", password).post("/ops/session");
    }

    private static Header from(String address) {
        return new Header("X-Forwarded-For", address);
    }

    /** An address of its own, of the range for benchmarks. */
    private static String address() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "198.18.%d.%d".formatted(random.nextInt(256), random.nextInt(256));
    }
}
