package io.conductatlas.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.secrets.SignedTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Subscribers, what they follow, where they are told, and what their plans allow. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class AccountsTest {

    @Inject
    Gateway gateway;

    @Inject
    SignedTokens tokens;

    @Test
    void keepsNeitherKeysNorSecretsNorAddressesInPlain() {
        String email = "somebody-" + UUID.randomUUID() + "@example.org";
        String hook = "https://127.0.0.1:8443/" + UUID.randomUUID();
        String key = Gateway.asStaff()
                .body(Map.of("email", email, "plan", "professional"))
                .post("/v1/subscribers")
                .then()
                .statusCode(201)
                .extract()
                .path("api_key");
        String secret = Gateway.as(key)
                .body(Map.of("url", hook))
                .post("/v1/webhook-endpoints")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");

        String dump = gateway.dump();

        assertThat(key).matches("ca_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}");
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
        assertThat(dump)
                .isNotBlank()
                .doesNotContain(key)
                .doesNotContain(key.split("_")[3])
                .doesNotContain("whsec_")
                .doesNotContain(secret.substring(6))
                .doesNotContain(email)
                .doesNotContain(hook)
                .doesNotContain(Gateway.STAFF_KEY);
    }

    @Test
    void oneAddressHasOneAccount() {
        String email = "twice-" + UUID.randomUUID() + "@example.org";
        Gateway.asStaff()
                .body(Map.of("email", email, "plan", "free"))
                .post("/v1/subscribers")
                .then()
                .statusCode(201);
        List<Long> before = gateway.stored();

        Gateway.asStaff()
                .body(Map.of("email", email.toUpperCase(Locale.ROOT), "plan", "free"))
                .post("/v1/subscribers")
                .then()
                .statusCode(409)
                .contentType(Gateway.PROBLEM)
                .body("type", endsWith("/subscriber-exists"));
        assertThat(gateway.stored()).isEqualTo(before);
    }

    @Test
    void aPlanIsOneOfOurs() {
        List<Long> before = gateway.stored();

        Gateway.asStaff()
                .body(Map.of("email", "nobody@example.org", "plan", "gold"))
                .post("/v1/subscribers")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/plan"));
        assertThat(gateway.stored()).isEqualTo(before);
    }

    @Test
    void aFreePlanFollowsOnePlatform() {
        String key = Gateway.subscriber("free");
        Gateway.follow(key, Gateway.platform()).then().statusCode(201);
        String second = Gateway.platform();
        List<Long> before = gateway.stored();

        ValidatableResponse answer = Gateway.follow(key, second).then();

        overLimit(answer, 1, 1);
        assertThat(gateway.stored()).isEqualTo(before);
    }

    @Test
    void theLastPlaceOfAPlanIsTakenOnce() throws InterruptedException, ExecutionException {
        String key = Gateway.subscriber("free");
        List<String> platforms =
                List.of(Gateway.platform(), Gateway.platform(), Gateway.platform(), Gateway.platform());
        List<Callable<Integer>> requests = new ArrayList<>();
        platforms.forEach(
                platform -> requests.add(() -> Gateway.follow(key, platform).statusCode()));
        ExecutorService callers = Executors.newFixedThreadPool(platforms.size());

        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : callers.invokeAll(requests)) {
            answers.add(answer.get());
        }
        callers.shutdown();

        assertThat(answers).containsOnlyOnce(201).contains(403);
        Gateway.as(key).get("/v1/subscriptions").then().body("items", hasSize(1));
    }

    @Test
    void anEndedSubscriptionMakesRoom() {
        String key = Gateway.subscriber("free");
        String id = Gateway.follow(key, Gateway.platform())
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Gateway.as(key).delete("/v1/subscriptions/" + id).then().statusCode(204);

        Gateway.follow(key, Gateway.platform()).then().statusCode(201);
        Gateway.as(key).delete("/v1/subscriptions/" + id).then().statusCode(404);
    }

    @Test
    void followingTheSameAgainChangesNothing() {
        String key = Gateway.subscriber("watcher");
        String platform = Gateway.platform();
        String id =
                Gateway.follow(key, platform).then().statusCode(201).extract().path("id");
        List<Long> before = gateway.stored();

        Gateway.follow(key, platform).then().statusCode(200).body("id", equalTo(id));
        assertThat(gateway.stored()).isEqualTo(before);
    }

    @Test
    void aWatcherFollowsTenPlatforms() {
        String key = Gateway.subscriber("watcher");
        for (int i = 0; i < 10; i++) {
            Gateway.follow(key, Gateway.platform()).then().statusCode(201);
        }

        overLimit(Gateway.follow(key, Gateway.platform()).then(), 10, 10);
    }

    @Test
    void onlyAProfessionalFollowsProvisionTypes() {
        Map<String, String> wanted = Map.of("scope", "PROVISION_TYPE", "provision_type", "mandatory-arbitration");
        String watcher = Gateway.subscriber("watcher");
        String professional = Gateway.subscriber("professional");
        List<Long> before = gateway.stored();

        overLimit(Gateway.as(watcher).body(wanted).post("/v1/subscriptions").then(), 0, 0);

        assertThat(gateway.stored()).isEqualTo(before);
        Gateway.as(professional).body(wanted).post("/v1/subscriptions").then().statusCode(201);
    }

    @Test
    void onlyAProfessionalHasWebhooks() {
        String key = Gateway.subscriber("watcher");
        List<Long> before = gateway.stored();

        overLimit(
                Gateway.as(key)
                        .body(Map.of("url", "https://127.0.0.1:8443/hook"))
                        .post("/v1/webhook-endpoints")
                        .then(),
                0,
                0);
        assertThat(gateway.stored()).isEqualTo(before);
    }

    @Test
    void refusesAnEndpointInsideANetwork() {
        String key = Gateway.subscriber("professional");
        List<Long> before = gateway.stored();

        for (String url : List.of(
                "https://169.254.169.254/latest",
                "https://10.0.0.1/hook",
                "https://user@example.org/",
                "ftp://example.org/",
                "https://2130706433/")) {
            Gateway.as(key)
                    .body(Map.of("url", url))
                    .post("/v1/webhook-endpoints")
                    .then()
                    .statusCode(422)
                    .contentType(Gateway.PROBLEM)
                    .body("errors[0].pointer", equalTo("/url"));
        }
        assertThat(gateway.stored()).isEqualTo(before);
    }

    @Test
    void followsOnlyWhatIsThere() {
        String key = Gateway.subscriber("professional");
        List<Long> before = gateway.stored();

        Gateway.follow(key, "nobody").then().statusCode(422).body("errors[0].code", equalTo("unknown-platform"));
        Gateway.as(key)
                .body(Map.of("scope", "EVERYTHING"))
                .post("/v1/subscriptions")
                .then()
                .statusCode(400)
                .contentType(Gateway.PROBLEM);
        assertThat(gateway.stored()).isEqualTo(before);
    }

    @Test
    void nobodySeesOrTouchesWhatIsSomebodyElses() {
        String owner = Gateway.subscriber("professional");
        String other = Gateway.subscriber("professional");
        String subscription =
                Gateway.follow(owner, Gateway.platform()).then().extract().path("id");
        String endpoint = Gateway.as(owner)
                .body(Map.of("url", "https://127.0.0.1:8443/hook"))
                .post("/v1/webhook-endpoints")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<Long> before = gateway.stored();

        for (String path : List.of("/v1/subscriptions/%s", "/v1/webhook-endpoints/%s")) {
            String id = path.contains("subscriptions") ? subscription : endpoint;
            UUID unknown = UUID.randomUUID();
            String foreign = body(Gateway.as(other).delete(path.formatted(id)), id);
            String missing = body(Gateway.as(other).delete(path.formatted(unknown)), unknown.toString());
            assertThat(foreign).isEqualTo(missing);
        }
        Gateway.as(other)
                .post("/v1/webhook-endpoints/" + endpoint + "/test")
                .then()
                .statusCode(404);
        Gateway.as(other)
                .post("/v1/webhook-endpoints/" + endpoint + "/rotate-secret")
                .then()
                .statusCode(404);
        Gateway.as(other).get("/v1/subscriptions").then().body("items", hasSize(0));
        Gateway.as(other).get("/v1/webhook-endpoints").then().body("items", hasSize(0));
        assertThat(gateway.stored()).isEqualTo(before);
    }

    @Test
    void aTestAndANewSecretAreToldOnTheTopic() throws Exception {
        String key = Gateway.subscriber("professional");
        Response made = Gateway.as(key)
                .body(Map.of("url", "https://127.0.0.1:8443/hook", "event_types", List.of("change.assessed")))
                .post("/v1/webhook-endpoints");
        String id = made.path("id");
        String first = made.path("secret");

        Gateway.as(key).post("/v1/webhook-endpoints/" + id + "/test").then().statusCode(202);
        Gateway.as(key)
                .post("/v1/webhook-endpoints/" + id + "/rotate-secret")
                .then()
                .statusCode(200)
                .body("secret", not(equalTo(first)));

        JsonNode told = lastTold("/endpoint/" + id);
        assertThat(told.path("ping").asInt()).isEqualTo(1);
        assertThat(told.path("secrets")).hasSize(2);
        assertThat(told.path("eventTypes").get(0).asText()).isEqualTo("change.assessed");
        Gateway.as(key)
                .get("/v1/webhook-endpoints")
                .then()
                .body("items[0].url", equalTo("https://127.0.0.1:8443/hook"))
                .body("items[0].secret", nullValue());
    }

    @Test
    void leavesAListWithOneClick() throws Exception {
        String email = "leaver-" + UUID.randomUUID() + "@example.org";
        String id = Gateway.asStaff()
                .body(Map.of("email", email, "plan", "watcher"))
                .post("/v1/subscribers")
                .then()
                .extract()
                .path("id");
        String link = "/u/" + tokens.sign("unsubscribe", id + " alerts");

        RestAssured.given().get(link).then().statusCode(200).contentType(ContentType.HTML);
        assertThat(lastTold(id).path("alertMail").asBoolean()).isTrue();

        for (int i = 0; i < 2; i++) {
            RestAssured.given()
                    .redirects()
                    .follow(false)
                    .contentType("application/x-www-form-urlencoded")
                    .body("List-Unsubscribe=One-Click")
                    .post(link)
                    .then()
                    .statusCode(200)
                    .header("Set-Cookie", nullValue());
        }

        assertThat(lastTold(id).path("alertMail").asBoolean()).isFalse();
        assertThat(lastTold(id).path("digestMail").asBoolean()).isTrue();
        assertThat(gateway.count("select count(*) from outbox where record_key = '" + id + "'"))
                .isEqualTo(2);
        RestAssured.given().post(link + "x").then().statusCode(404);
    }

    @Test
    void walksAllPagesOfAList() {
        String key = Gateway.subscriber("professional");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(Gateway.follow(key, Gateway.platform()).then().extract().path("id"));
        }

        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            Response page = Gateway.as(key)
                    .queryParam("limit", 2)
                    .queryParams(next == null ? Map.of() : Map.of("after", next))
                    .get("/v1/subscriptions");
            seen.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null);

        assertThat(seen).containsExactlyElementsOf(made);
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        String owner = Gateway.subscriber("professional");
        Gateway.follow(owner, Gateway.platform());
        Gateway.follow(owner, Gateway.platform());
        String cursor = Gateway.as(owner).get("/v1/subscriptions?limit=1").path("next");

        Gateway.as(Gateway.subscriber("professional"))
                .queryParam("after", cursor)
                .get("/v1/subscriptions")
                .then()
                .statusCode(400);
    }

    @Test
    void everyStaffActLeavesARowThatStays() throws SQLException {
        String platform = Gateway.platform();

        String where = "audit where subject = '" + platform + "' and act = 'platform-declared'"
                + " and actor like 'key:%' and after_hash is not null and request_id <> ''";
        assertThat(gateway.count("select count(*) from " + where)).isEqualTo(1);
        assertThatThrownBy(() -> gateway.run("delete from audit")).hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> gateway.run("update audit set actor = 'nobody'"))
                .hasMessageContaining("only ever added to");
    }

    private JsonNode lastTold(String keyEnd) throws Exception {
        String payload = gateway.text(
                "select payload from outbox where record_key like '%" + keyEnd + "' order by position desc limit 1");
        return new ObjectMapper().readTree(payload);
    }

    private static String body(Response answer, String id) {
        answer.then().statusCode(404).contentType(Gateway.PROBLEM);
        return answer.asString().replace(id, "ID").replaceAll("\"request_id\":\"[^\"]+\"", "");
    }

    private static void overLimit(ValidatableResponse answer, int limit, int current) {
        answer.statusCode(403)
                .contentType(Gateway.PROBLEM)
                .body("type", endsWith("/plan-limit-exceeded"))
                .body("limit", equalTo(limit))
                .body("current", equalTo(current));
    }
}
