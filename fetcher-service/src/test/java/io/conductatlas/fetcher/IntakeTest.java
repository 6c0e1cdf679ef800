package io.conductatlas.fetcher;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.conductatlas.archive.Archive;
import io.conductatlas.archive.warc.CaptureWarc;
import io.conductatlas.events.CaptureEvent;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CheckRecorded;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.Origin;
import io.conductatlas.events.SourceDeclared;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnTheStack
class IntakeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("patience", 90));

    @Inject
    Topics topics;

    @Inject
    Archive archive;

    @Inject
    Database database;

    private final SourceDeclared source = new Sources().document("privacy-policy", FetchMode.ARCHIVE);

    @BeforeEach
    void declareADocumentThatComesFromAnArchive() {
        topics.tell(source);
        await().atMost(PATIENCE)
                .until(() -> database.count("target", source.document().id()) == 1);
    }

    @Test
    void takesAHistoryOverWithItsOwnTimes() {
        hand("2023-01-05T10:00:00Z", "# Privacy\n\nWe keep data for 30 days.").statusCode(201);
        hand("2023-06-05T10:00:00Z", "# Privacy\n\nWe keep data for 60 days.")
                .statusCode(201)
                .body("outcome", equalTo("RECORDED"));
        hand("2023-09-05T10:00:00Z", "# Privacy\n\nWe keep data for 60 days.")
                .statusCode(201)
                .body("outcome", equalTo("UNCHANGED"));

        await().atMost(PATIENCE).until(() -> events().size() == 3);
        CaptureRecorded first = (CaptureRecorded) events().get(0);
        CheckRecorded last = (CheckRecorded) events().get(2);
        assertThat(first.origin()).isEqualTo(Origin.BACKFILL);
        assertThat(first.observedAt()).isEqualTo(Instant.parse("2023-01-05T10:00:00Z"));
        assertThat(first.recordedAt()).isAfter(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(first.warc().key()).startsWith("captures/2023/01/");
        assertThat(first.parts().get(0).contentType()).isEqualTo("text/markdown");
        assertThat(first.parts().get(0).url()).isNull();
        assertThat(CaptureWarc.read(archive.get(first.warc())).get(0).payload())
                .asString(StandardCharsets.UTF_8)
                .contains("30 days");
        assertThat(last.origin()).isEqualTo(Origin.BACKFILL);
        assertThat(last.observedAt()).isEqualTo(Instant.parse("2023-09-05T10:00:00Z"));
        assertThat(last.sameAs()).isEqualTo(((CaptureRecorded) events().get(1)).captureId());
    }

    @Test
    void changesNothingWhenTheVerySameCaptureComesAgain() {
        String id =
                hand("2023-01-05T10:00:00Z", "one").statusCode(201).extract().path("capture_id");
        hand("2023-02-05T10:00:00Z", "two").statusCode(201);

        hand("2023-01-05T10:00:00Z", "one")
                .statusCode(200)
                .body("outcome", equalTo("ALREADY_RECORDED"))
                .body("message", equalTo("already recorded"))
                .body("capture_id", equalTo(id));
        hand("2023-02-05T10:00:00Z", "two").statusCode(200);

        assertThat(database.count("capture", source.document().id())).isEqualTo(2);
        await().atMost(PATIENCE).until(() -> events().size() == 2);
    }

    @Test
    void refusesWhatIsNotNewerThanWhatIsKnown() {
        hand("2023-06-05T10:00:00Z", "newest").statusCode(201);

        hand("2023-01-05T10:00:00Z", "older")
                .statusCode(409)
                .contentType(startsWith("application/problem+json"))
                .body("type", containsString("older-than-newest-capture"))
                .body("detail", containsString("2023-06-05T10:00:00Z"));
        hand("2023-06-05T10:00:00Z", "another at the same time").statusCode(409);

        assertThat(database.count("capture", source.document().id())).isEqualTo(1);
    }

    @Test
    void takesBytesInBase64() {
        byte[] pdf = {'%', 'P', 'D', 'F', '-', 0, (byte) 200};
        Map<String, Object> capture = capture("2023-01-05T10:00:00Z", null);
        capture.put("content_type", "application/pdf");
        capture.put("content_base64", Base64.getEncoder().encodeToString(pdf));
        capture.put("source_url", "https://larkfield.example/privacy.pdf");

        post(capture).statusCode(201);

        await().atMost(PATIENCE).until(() -> events().size() == 1);
        CaptureRecorded recorded = (CaptureRecorded) events().get(0);
        assertThat(CaptureWarc.read(archive.get(recorded.warc())).get(0).payload())
                .isEqualTo(pdf);
        assertThat(recorded.parts().get(0).url()).isEqualTo("https://larkfield.example/privacy.pdf");
    }

    @Test
    void turnsAwayWhoDoesNotKnowTheToken() {
        for (String token : List.of("", "Bearer", "Bearer wrong", "Basic " + FetcherTestResource.TOKEN)) {
            given().header("Authorization", token)
                    .contentType("application/json")
                    .body(capture("2023-01-05T10:00:00Z", "text"))
                    .post("/intake/captures")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .contentType(startsWith("application/problem+json"));
        }
        assertThat(database.count("capture", source.document().id())).isZero();
    }

    @Test
    void doesNotKnowDocumentsThatNobodyDeclared() {
        Map<String, Object> capture = capture("2023-01-05T10:00:00Z", "text");
        capture.put("document", "cookie-policy");

        post(capture).statusCode(404).body("type", containsString("unknown-document"));
    }

    @Test
    void refusesWhatIsNotACapture() {
        for (String body : List.of("", "{", "[]", "null", "\"text\"", "{\"platform\":{}}")) {
            authorised()
                    .contentType("application/json")
                    .body(body)
                    .post("/intake/captures")
                    .then()
                    .statusCode(org.hamcrest.Matchers.oneOf(400, 422))
                    .contentType(startsWith("application/problem+json"));
        }
        Map<String, Object> values = new HashMap<>();
        values.put("observed_at", "yesterday");
        values.put("content_type", "image/png");
        values.put("content", "");
        values.put("source_url", "file:///etc/passwd");
        values.put("content_base64", "both");
        values.put("platform", null);
        values.forEach((field, value) -> {
            Map<String, Object> capture = capture("2023-01-05T10:00:00Z", "text");
            capture.put(field, value);
            post(capture).statusCode(422).body("type", containsString("invalid-capture"));
        });
        post(capture(Instant.now().plus(Duration.ofDays(3000)).toString(), "the future"))
                .statusCode(422);
        authorised()
                .body("text")
                .contentType("text/plain")
                .post("/intake/captures")
                .then()
                .statusCode(415);
        assertThat(database.count("capture", source.document().id())).isZero();
    }

    @Test
    void keepsOrderAndCountWhenManyCallAtOnce() {
        List<Integer> statuses = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> hand("2023-01-%02dT10:00:00Z".formatted(1 + i % 8), "text " + i % 8)
                        .extract()
                        .statusCode())
                .toList();

        assertThat(statuses).allMatch(status -> status == 201 || status == 200 || status == 409);
        long recorded = database.count("capture", source.document().id());
        assertThat(recorded)
                .isEqualTo(statuses.stream().filter(status -> status == 201).count());
        await().atMost(PATIENCE).until(() -> events().size() == recorded);
        assertThat(events())
                .extracting(event -> ((CaptureRecorded) event).observedAt())
                .isSorted();
    }

    @Test
    void givesAWayToWatchIt() {
        given().get("/q/health/live").then().statusCode(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        given().get("/q/metrics").then().statusCode(200).body(containsString("targets_overdue"));
        given().get("/nothing").then().statusCode(404);
    }

    private ValidatableResponse hand(String observedAt, String text) {
        return post(capture(observedAt, text));
    }

    private static ValidatableResponse post(Map<String, Object> capture) {
        return authorised()
                .contentType("application/json")
                .body(capture)
                .post("/intake/captures")
                .then();
    }

    private static RequestSpecification authorised() {
        return given().header("Authorization", "Bearer " + FetcherTestResource.TOKEN);
    }

    private Map<String, Object> capture(String observedAt, String text) {
        Map<String, Object> capture = new HashMap<>();
        capture.put("platform", source.platform().slug());
        capture.put("document", source.document().slug());
        capture.put("observed_at", observedAt);
        capture.put("content_type", "text/markdown");
        if (text != null) {
            capture.put("content", text);
        }
        return capture;
    }

    private List<CaptureEvent> events() {
        return topics.captures(source.document().id());
    }
}
