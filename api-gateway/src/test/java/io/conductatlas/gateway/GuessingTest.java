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
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Whoever guesses passwords or keys. The tests' gateway believes one proxy, so that each test has addresses of its own. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class GuessingTest {

    /** As the tests' gateway is told. */
    private static final int MOST = 4;

    private static final String RIGHT = "tests-staff-password";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    Gateway gateway;

    @Test
    void anAccountWaitsAfterTooManyWrongPasswordsWhetherItExistsOrNot() throws SQLException {
        String known = account();
        String unknown = "nobody-" + UUID.randomUUID();

        for (String name : new String[] {known, unknown}) {
            for (int i = 0; i < MOST; i++) {
                signIn(name, "guessed", address()).then().statusCode(303).header("Location", endsWith("refused=true"));
            }
        }

        Response ofKnown = signIn(known, RIGHT, address());
        Response ofUnknown = signIn(unknown, "guessed", address());
        ofKnown.then()
                .statusCode(429)
                .contentType(Gateway.PROBLEM)
                .header("Set-Cookie", nullValue())
                .body("type", endsWith("/too-many-attempts"))
                .body("detail", containsString("Try again in "));
        assertThat(Integer.parseInt(ofKnown.header("Retry-After"))).isBetween(1, 900);
        assertThat(Integer.parseInt(ofUnknown.header("Retry-After"))).isBetween(1, 900);
        ofUnknown
                .then()
                .statusCode(429)
                .contentType(Gateway.PROBLEM)
                .body("title", equalTo(ofKnown.path("title")))
                .body("type", equalTo(ofKnown.path("type")));
        inABrowser(known, RIGHT, address())
                .then()
                .statusCode(429)
                .contentType("text/html")
                .body(containsString("Too many attempts"))
                .body(containsString("Try again in "));
    }

    @Test
    void signingInForgetsTheFailuresBefore() throws SQLException {
        String name = account();
        for (int i = 0; i < MOST - 1; i++) {
            signIn(name, "guessed", address()).then().statusCode(303);
        }

        signIn(name, RIGHT, address()).then().statusCode(303).header("Location", endsWith("/ops"));

        for (int i = 0; i < 2; i++) {
            signIn(name, "guessed", address()).then().statusCode(303).header("Location", endsWith("refused=true"));
        }
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

    /** The name of a new account with the password of all tests. */
    private String account() throws SQLException {
        String name = "guessed-" + UUID.randomUUID();
        gateway.run(
                "insert into staff_account select '%s', password_hash, roles, now() from staff_account where name = 'staff'"
                        .formatted(name));
        return name;
    }

    private static Response signIn(String name, String password, String address) {
        return form(name, password, address, "*/*");
    }

    private static Response inABrowser(String name, String password, String address) {
        return form(name, password, address, Staff.BROWSER);
    }

    private static Response form(String name, String password, String address, String accept) {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .header(from(address))
                .accept(accept)
                .contentType(FORM)
                .formParam("name", name)
                .formParam("password", password)
                .post("/ops/session");
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
