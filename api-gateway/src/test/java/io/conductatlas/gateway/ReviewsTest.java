package io.conductatlas.gateway;

import static io.conductatlas.gateway.World.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CaptureReviewed;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.gateway.Staff.Member;
import io.conductatlas.gateway.World.Scene;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff decide about provisions and assessments, from the form or the API to the event and the public log. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ReviewsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Inject
    World world;

    @Inject
    Staff staff;

    @Inject
    Gateway gateway;

    @Test
    void aCorrectionOfAProvisionIsToldOnTheTopicAndShownInTheLog() {
        Scene scene = tell();
        String reason = "it is a vendor " + UUID.randomUUID();

        review(
                        "provisions",
                        scene.provisionId(),
                        Map.of(
                                "verdict",
                                "CORRECTED",
                                "type",
                                "service-providers",
                                "severity",
                                "LOW",
                                "reason",
                                reason))
                .then()
                .statusCode(202);

        assertThat(event(scene.provisionId()))
                .contains(
                        "\"verdict\":\"CORRECTED\"",
                        "\"correctedType\":\"service-providers\"",
                        "\"correctedSeverity\":\"LOW\"",
                        reason);
        assertThat(gateway.count("select count(*) from audit where act = 'provision-corrected' and subject = '%s'"
                        .formatted(scene.provisionId())))
                .isEqualTo(1);
        Gateway.asStaff()
                .get("/v1/corrections")
                .then()
                .statusCode(200)
                .body("items[0].subject", equalTo(scene.provisionId()))
                .body("items[0].kind", equalTo("PROVISION"))
                .body("items[0].reason", equalTo(reason))
                .body("items[0].correction.type", equalTo("service-providers"))
                .body("items[0].reviewer", nullValue());
        Gateway.asStaff()
                .get("/v1/provisions/" + scene.provisionId())
                .then()
                .body("reviews.verdict", contains("CORRECTED"));
        Element entry = entry(page("/corrections"), scene.provisionId());
        assertThat(entry.text())
                .contains("The provision was corrected: severity is now low; type is now service providers.", reason);
        assertThat(entry.select("a[href=/provisions/%s]".formatted(scene.provisionId())))
                .isNotEmpty();
        assertThat(page("/provisions/" + scene.provisionId()).select("#reviews").text())
                .contains(reason);
    }

    @Test
    void aRejectedProvisionIsShownAsWithdrawnAndNotAsRemoved() {
        Scene scene = tell();
        VersionRecorded again = world.version(scene, 2, World.NEW_TEXT, DAY.plus(Duration.ofDays(1)));

        review("provisions", scene.provisionId(), Map.of("verdict", "REJECTED", "reason", "a heading"))
                .then()
                .statusCode(202);
        world.send(world.assessed(scene, again, List.of()));

        await().atMost(PATIENCE)
                .untilAsserted(() -> Gateway.asStaff()
                        .get("/v1/provisions/" + scene.provisionId())
                        .then()
                        .body("provision.present", equalTo(false)));
        Document shown = page("/provisions/" + scene.provisionId());
        assertThat(shown.select(".opening .badges").text()).isEqualTo("High severity Withdrawn");
        assertThat(shown.select(".notice").text()).contains("Withdrawn.").doesNotContain("No longer in the document");
    }

    @Test
    void theAssessmentOfAChangeIsCorrectedOrWithdrawn() {
        Scene scene = tell();
        String reason = "read again " + UUID.randomUUID();
        review(
                        "changes",
                        scene.changeId(),
                        Map.of(
                                "verdict", "CORRECTED",
                                "direction", "NEUTRAL",
                                "summary", "Only the sharing is new.",
                                "reason", reason))
                .then()
                .statusCode(202);
        String first = Gateway.asStaff().get("/v1/changes/" + scene.changeId()).path("reviews[0].id");

        Map<String, Object> withdrawal = new HashMap<>(Map.of("verdict", "REJECTED", "reason", "no change"));
        review("changes", scene.changeId(), withdrawal).then().statusCode(409).contentType(Gateway.PROBLEM);
        withdrawal.put("last_review", first);
        review("changes", scene.changeId(), withdrawal).then().statusCode(202);

        Gateway.asStaff()
                .get("/v1/changes/" + scene.changeId())
                .then()
                .body("reviews.verdict", contains("REJECTED", "CORRECTED"))
                .body("reviews[1].correction.direction", equalTo("NEUTRAL"));
        assertThat(event(scene.changeId())).contains("REJECTED");
        assertThat(page("/changes/" + scene.changeId()).select(".notice").text())
                .contains("The assessment was withdrawn.", "direction is now neutral; summary reworded", reason);
        assertThat(page("/corrections").text()).contains(reason);
    }

    @Test
    void whatIsConfirmedIsNoCorrection() {
        Scene scene = tell();

        review("provisions", scene.provisionId(), Map.of("verdict", "ACCEPTED", "reason", "yes"))
                .then()
                .statusCode(202);

        Gateway.asStaff().get("/v1/corrections").then().body("items.subject", not(hasItem(scene.provisionId())));
        assertThat(page("/provisions/" + scene.provisionId()).select("#reviews").text())
                .contains("The provision was confirmed by a person.");
    }

    @Test
    void aCaptureThatHadBeenRefusedWronglyIsACorrection() {
        Scene scene = World.scene();
        CaptureRecorded capture = world.capture(scene, DAY);
        String reason = "the new design " + UUID.randomUUID();
        world.send(scene.declared(), scene.source(), capture, world.refusal(scene, capture));
        world.send(new CaptureReviewed(
                UUID.randomUUID(),
                capture.captureId(),
                scene.platform(),
                scene.document(),
                ReviewVerdict.ACCEPTED,
                "reviewer",
                reason,
                DAY));

        await().atMost(PATIENCE)
                .untilAsserted(() -> Gateway.asStaff()
                        .get("/v1/corrections?limit=200")
                        .then()
                        .body("items.reason", hasItem(reason)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"reason": "x"}                                                          | /verdict
            {"verdict": "MAYBE", "reason": "x"}                                      | /verdict
            {"verdict": "REJECTED"}                                                  | /reason
            {"verdict": "CORRECTED", "reason": "x"}                                  | /verdict
            {"verdict": "ACCEPTED", "severity": "LOW", "reason": "x"}                | /verdict
            {"verdict": "CORRECTED", "severity": "HUGE", "reason": "x"}              | /severity
            {"verdict": "CORRECTED", "type": "no-such-type", "reason": "x"}          | /type
            {"verdict": "CORRECTED", "direction": "NEUTRAL", "reason": "x"}          | /direction
            """)
    void aVerdictWithFaultsChangesNothing(String body, String pointer) {
        Scene scene = tell();
        List<Long> before = gateway.stored();

        Gateway.asStaff()
                .body(body)
                .post("/v1/reviews/provisions/" + scene.provisionId())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));

        assertThat(gateway.stored()).isEqualTo(before);
    }

    @Test
    void onlyStaffReviewAndOnlyWhatIsThere() {
        Scene scene = tell();
        Map<String, Object> verdict = Map.of("verdict", "REJECTED", "reason", "x");

        given().contentType("application/json")
                .body(verdict)
                .post("/v1/reviews/provisions/" + scene.provisionId())
                .then()
                .statusCode(401);
        review("provisions", "CA-P-999999999", verdict).then().statusCode(404);
        review("changes", "CA-C-999999999", verdict).then().statusCode(404);
        Gateway.asStaff().get("/v1/provisions/" + scene.provisionId()).then().body("reviews", empty());
    }

    @Test
    void aReviewerDecidesWithAFormAndASecondOneIsTold() {
        Scene scene = tell();
        Member member = staff.all();
        String path = "/ops/reviews/" + scene.provisionId();
        Document form = member.page(path);
        assertThat(form.select("form[method=post][action=%s] textarea[name=reason][required]".formatted(path)))
                .hasSize(1);
        assertThat(form.select("select[name=type] option[value=service-providers]"))
                .hasSize(1);
        assertThat(form.select("blockquote").text()).contains("share them with advertisers");
        assertThat(member.page("/ops/reviews/" + scene.changeId()).select("textarea[name=summary]"))
                .hasSize(1);
        member.browser()
                .redirects()
                .follow(false)
                .get("/ops/reviews?id=" + scene.provisionId())
                .then()
                .statusCode(303)
                .header("Location", containsString(path));

        member.form()
                .formParam("verdict", "CORRECTED")
                .formParam("severity", "LOW")
                .formParam("type", "")
                .formParam("seen", "")
                .formParam("reason", "mild words")
                .post(path)
                .then()
                .statusCode(303)
                .header("Location", containsString("done=REVIEWED"));
        member.form()
                .formParam("verdict", "REJECTED")
                .formParam("seen", "")
                .formParam("reason", "I saw it first")
                .post(path)
                .then()
                .statusCode(409);

        assertThat(event(scene.provisionId())).contains("mild words", member.name());
        assertThat(member.page(path).select(".entries").text()).contains("severity is now low", "mild words");
        assertThat(member.page("/ops/reviews").text()).contains(scene.provisionId());
        assertThat(staff.member("viewer").page(path).select("main form[method=post]"))
                .isEmpty();
    }

    private Scene tell() {
        Scene scene = World.scene();
        VersionRecorded first = world.version(scene, 1, World.OLD_TEXT, DAY);
        VersionRecorded second = world.version(scene, 2, World.NEW_TEXT, DAY.plus(Duration.ofDays(1)));
        ChangeDetected change = world.change(scene, first, second);
        Object held = World.provision(
                scene.provisionId(), "third-party-advertising", World.NEW_TEXT, "share them with advertisers");
        world.send(
                scene.declared(),
                scene.source(),
                first,
                world.assessed(scene, first, List.of()),
                second,
                change,
                world.assessed(scene, change, List.of(held)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> Gateway.asStaff()
                        .get("/v1/changes/" + scene.changeId())
                        .then()
                        .statusCode(200)
                        .body("change.assessment", notNullValue()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> Gateway.asStaff()
                        .get("/v1/provisions/" + scene.provisionId())
                        .then()
                        .statusCode(200));
        return scene;
    }

    private static Response review(String kind, String id, Map<String, Object> verdict) {
        return Gateway.asStaff().body(verdict).post("/v1/reviews/%s/%s".formatted(kind, id));
    }

    /** The latest review of that subject, as it is told. */
    private String event(String subject) {
        return gateway.text(
                "select payload from outbox where topic = 'atlas.reviews' and payload like '%%\"%s\"%%' order by position desc limit 1"
                        .formatted(subject));
    }

    private static Element entry(Document page, String text) {
        return page.select(".entries > li").stream()
                .filter(entry -> entry.text().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry with " + text + " in " + page.text()));
    }

    private static Document page(String path) {
        Response answer = given().header("Accept", Staff.BROWSER).get(path);
        answer.then().statusCode(200).contentType("text/html");
        return Jsoup.parse(answer.asString());
    }
}
