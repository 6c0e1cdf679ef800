package io.conductatlas.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.conductatlas.embedded.StackTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear answer and changes nothing. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ErrorsTest {

    @Inject
    Gateway gateway;

    /** Stands in the request, so that what it stored would be known from what other tests store. */
    private final String mark = "larkfield-" + UUID.randomUUID();

    @Test
    void whatIsStoredWouldBeSeen() {
        asStaff()
                .body(Map.of("slug", mark, "name", "Larkfield"))
                .post("/v1/platforms")
                .then()
                .statusCode(201);

        assertThat(gateway.storedWith(mark)).contains("platform", "outbox", "audit");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/platforms",
        "GET, /v1/platforms/larkfield",
        "GET, /v1/changes",
        "GET, /v1/provisions",
        "GET, /v1/subscriptions",
        "GET, /v1/deliveries",
        "GET, /v1/status/pipeline",
        "POST, /v1/platforms",
        "POST, /v1/subscribers",
        "POST, /v1/subscriptions",
        "POST, /v1/webhook-endpoints"
    })
    void asksForAKeyWhereThereIsNone(String method, String path) {
        ValidatableResponse answer = marked(given().contentType(ContentType.JSON))
                .body(Map.of("slug", mark, "name", mark, "email", mark + "@example.org", "plan", "free"))
                .request(method, path)
                .then();

        isProblem(answer, 401, "missing-key").header("WWW-Authenticate", startsWith("Bearer"));
        assertThat(gateway.storedWith(mark)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong",
                "ca_live_000000000000_00000000000000000000000000000000_000000",
                "tests-staff-key-0123456789abcdeF"
            })
    void refusesAKeyThatIsNotOurs(String key) {
        ValidatableResponse answer = marked(Gateway.as(key))
                .body(Map.of("slug", mark, "name", "Larkfield"))
                .post("/v1/platforms")
                .then();

        isProblem(answer, 401, "wrong-key").header("WWW-Authenticate", startsWith("Bearer"));
        assertThat(gateway.storedWith(mark)).isEmpty();
    }

    @Test
    void refusesASubscriberWhereStaffIsNeeded() {
        String key = Gateway.subscriber("professional");
        ValidatableResponse answer = marked(Gateway.as(key))
                .body(Map.of("slug", mark, "name", "Larkfield"))
                .post("/v1/platforms")
                .then();

        isProblem(answer, 403, "scope-missing");
        assertThat(gateway.storedWith(mark)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "\"text\"", "{\"slug\": {}}", "{\"slug\": \"%s\", \"name\": \"a\"} x"})
    void refusesABodyThatIsMalformed(String body) {
        ValidatableResponse answer =
                asStaff().body(body.formatted(mark)).post("/v1/platforms").then();

        isProblem(answer, 400, "malformed-body");
        assertThat(gateway.storedWith(mark)).isEmpty();
    }

    @Test
    void refusesAPropertyThatCannotBeSet() {
        ValidatableResponse answer = asStaff()
                .body(Map.of("slug", mark, "name", "Larkfield", "id", UUID.randomUUID()))
                .post("/v1/platforms")
                .then();

        isProblem(answer, 400, "malformed-body")
                .body("errors[0].pointer", equalTo("/id"))
                .body("errors[0].code", equalTo("unknown-property"));
        assertThat(gateway.storedWith(mark)).isEmpty();
    }

    @Test
    void saysAllThatIsWrongWithTheFieldsAtOnce() {
        ValidatableResponse answer = asStaff()
                .body(Map.of("slug", "Lark Field", "home_page", "javascript:alert(1)"))
                .post("/v1/platforms")
                .then();

        isProblem(answer, 422, "invalid-fields")
                .body("errors.pointer", equalTo(List.of("/slug", "/name", "/home_page")));
        assertThat(gateway.storedWith(mark)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/platforms/nobody",
                "/v1/platforms/nobody/documents/nothing",
                "/v1/versions/CA-V-999999",
                "/v1/versions/CA-V-999999/text",
                "/v1/changes/CA-C-999999",
                "/v1/provisions/CA-P-999999",
                "/v1/changes?platform=nobody"
            })
    void doesNotKnowWhatIsNotThere(String path) {
        isProblem(Gateway.asStaff().get(path).then(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/v1", "/v2/platforms", "/nothing/at/all"})
    void doesNotKnowAPathThatIsNotThere(String path) {
        isProblem(Gateway.asStaff().get(path).then(), 404, "http-404");
    }

    @Test
    void doesNotDoWhatAnAddressIsNotFor() {
        isProblem(Gateway.asStaff().delete("/v1/platforms").then(), 405, "http-405");
    }

    @Test
    void givesNothingButWhatItCanGive() {
        isProblem(
                Gateway.asStaff().accept("application/xml").get("/v1/platforms").then(), 406, "http-406");
    }

    @Test
    void takesNothingButJson() {
        ValidatableResponse answer = marked(given().header("Authorization", "Bearer " + Gateway.STAFF_KEY))
                .contentType("text/plain")
                .body("{\"slug\": \"%s\", \"name\": \"Larkfield\"}".formatted(mark))
                .post("/v1/platforms")
                .then();

        isProblem(answer, 415, "http-415");
        assertThat(gateway.storedWith(mark)).isEmpty();
    }

    @Test
    void takesNoBodyThatIsTooLarge() {
        ValidatableResponse answer = asStaff()
                .body(Map.of("slug", mark, "name", "x".repeat(300_000)))
                .post("/v1/platforms")
                .then();

        isProblem(answer, 413, "http-413");
        assertThat(gateway.storedWith(mark)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "after=nonsense", "after=AAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesAPlaceThatIsNoneOfThisList(String query) {
        isProblem(Gateway.asStaff().get("/v1/platforms?" + query).then(), 400, "bad-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=many", "alerting=maybe"})
    void answersAParameterOfTheWrongKindWithAProblem(String query) {
        Gateway.asStaff()
                .get("/v1/changes?" + query)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 400, 404))
                .body(not(containsString("Exception")));
    }

    @Test
    void refusesAnIdThatIsNone() {
        isProblem(
                Gateway.as(Gateway.subscriber("free"))
                        .delete("/v1/subscriptions/not-a-uuid")
                        .then(),
                404,
                "http-404");
    }

    @Test
    void everyAnswerIsGuarded() {
        given().get("/v1/nothing")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Request-Id", notNullValue());
    }

    private RequestSpecification asStaff() {
        return marked(Gateway.asStaff());
    }

    /** Under this name what staff do is logged in the transaction that stores it. */
    private RequestSpecification marked(RequestSpecification request) {
        return request.header("X-Request-Id", mark);
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType(Gateway.PROBLEM)
                .body("status", equalTo(status))
                .body("type", endsWith("/" + slug))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", startsWith("/"))
                .body("request_id", notNullValue())
                .body(not(containsString("Exception")));
    }
}
