package io.conductatlas.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;

import io.conductatlas.embedded.StackTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Staff in a browser. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class StaffTest {

    @Inject
    Gateway gateway;

    @Test
    void signsInAndOut() {
        Response opened = signIn("tests-staff-password");

        opened.then().statusCode(303).header("Location", endsWith("/ops"));
        Cookie cookie = opened.getDetailedCookie("atlas-session");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("strict");
        assertThat(gateway.dump()).doesNotContain(cookie.getValue()).doesNotContain("tests-staff-password");

        String sessions = "select count(*) from staff_session";
        long before = gateway.count(sessions);
        fromOurPage()
                .cookie("atlas-session", cookie.getValue())
                .post("/ops/session/end")
                .then()
                .statusCode(303);
        assertThat(gateway.count(sessions)).isEqualTo(before - 1);
    }

    @Test
    void doesNotSignInWithAWrongPassword() {
        signIn("guessed")
                .then()
                .statusCode(303)
                .header("Location", endsWith("refused=true"))
                .header("Set-Cookie", nullValue());
    }

    @Test
    void letsNoOtherSiteAct() {
        given().redirects()
                .follow(false)
                .header("Origin", "https://elsewhere.example")
                .contentType("application/x-www-form-urlencoded")
                .formParam("name", "staff")
                .formParam("password", "tests-staff-password")
                .post("/ops/session")
                .then()
                .statusCode(403)
                .header("Set-Cookie", nullValue());
        given().contentType("application/x-www-form-urlencoded")
                .formParam("name", "staff")
                .formParam("password", "tests-staff-password")
                .post("/ops/session")
                .then()
                .statusCode(403);
    }

    @Test
    void aSessionOpensNothingOfTheApi() {
        String cookie = signIn("tests-staff-password").getCookie("atlas-session");

        given().cookie("atlas-session", cookie).get("/v1/platforms").then().statusCode(401);
    }

    private static Response signIn(String password) {
        return fromOurPage()
                .contentType("application/x-www-form-urlencoded")
                .formParam("name", "staff")
                .formParam("password", password)
                .post("/ops/session");
    }

    private static RequestSpecification fromOurPage() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }
}
