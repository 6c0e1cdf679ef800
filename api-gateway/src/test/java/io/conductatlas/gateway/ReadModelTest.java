package io.conductatlas.gateway;

import static io.conductatlas.gateway.World.DAY;
import static io.conductatlas.gateway.World.NEW_TEXT;
import static io.conductatlas.gateway.World.OLD_TEXT;
import static io.conductatlas.gateway.World.provision;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.events.AttemptOutcome;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.DeliveryAttempted;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.DocumentAssessed;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.NotificationWithheld;
import io.conductatlas.events.Origin;
import io.conductatlas.events.RelocatedPassage;
import io.conductatlas.events.TextRelocated;
import io.conductatlas.events.Variant;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.events.WithheldReason;
import io.conductatlas.gateway.World.Scene;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** What the topics tell, and what of it can be read. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ReadModelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));
    private static final Instant THIRD_DAY = DAY.plus(Duration.ofDays(2));

    @Inject
    World world;

    @Inject
    Gateway gateway;

    @Test
    void showsAPlatformWithItsDocumentsAndAllTheirVersionsAtTheirDates() {
        Scene scene = World.scene();
        VersionRecorded first = world.version(scene, 1, OLD_TEXT, DAY);
        VersionRecorded second = world.version(scene, 2, NEW_TEXT, NEXT_DAY);
        VersionRecorded again = world.version(scene, 1, OLD_TEXT, THIRD_DAY, true);

        world.send(scene.declared(), scene.source(), first, second, again);

        String document = "documents[0].";
        eventually(() -> Gateway.asStaff()
                .get("/v1/platforms/" + scene.platform().slug())
                .then()
                .statusCode(200)
                .body("name", equalTo(scene.platform().name()))
                .body("industry", equalTo("Social network"))
                .body(document + "slug", equalTo("privacy-policy"))
                .body(document + "state", equalTo("WATCHED"))
                .body(document + "current_version", equalTo(scene.versionId(1)))
                .body(document + "versions.id", contains(scene.versionId(1), scene.versionId(2)))
                .body(document + "versions[0].appearances.from", contains(iso(DAY), iso(THIRD_DAY)))
                .body(document + "versions[0].appearances.until", contains(iso(NEXT_DAY), null))
                .body(document + "versions[1].observed_at", equalTo(iso(NEXT_DAY))));
    }

    @Test
    void showsAChangeInFull() {
        Scene scene = World.scene();
        Told told = tellAChange(scene);

        Response answer = Gateway.asStaff().get("/v1/changes/" + scene.changeId());

        answer.then()
                .statusCode(200)
                .body("change.from.text_hash", equalTo(told.first().version().textHash()))
                .body("change.to.text_hash", equalTo(told.second().version().textHash()))
                .body("change.effective_date", equalTo("2026-05-01"))
                .body("change.published_date", equalTo("2026-03-01"))
                .body("change.observed_at", equalTo(iso(NEXT_DAY)))
                .body("change.change_class", equalTo("SUBSTANTIVE"))
                .body("change.counts.words_added", equalTo(6))
                .body("change.assessment.severity", equalTo("HIGH"))
                .body("change.assessment.direction", equalTo("NEGATIVE"))
                .body("hunks[0].kind", equalTo("EDITED"))
                .body("hunks[0].spans.kind", contains("EQUAL", "DELETED", "INSERTED"))
                .body("entries[0].kind", equalTo("ADDED"))
                .body("entries[0].columns", contains("Company", "Country"))
                .body("entries[0].before", equalTo(null))
                .body("entries[0].after.cells", contains("Mill", "Malta"))
                .body("entries[0].after.start", equalTo(82))
                .body("provision_changes[0].provision_id", equalTo(scene.provisionId()))
                .body("provision_changes[0].effect", equalTo("INTRODUCED"))
                .body("regulations[0].article", equalTo("Art. 13(1)(e)"))
                .body("blocks[0].kind", equalTo("consumer_impact"));
        Gateway.asStaff()
                .get("/v1/changes?platform=%s&alerting=true&severity=MEDIUM"
                        .formatted(scene.platform().slug()))
                .then()
                .body("items.id", contains(scene.changeId()));
        Gateway.asStaff()
                .get("/v1/changes?platform=%s&change_class=ORDER"
                        .formatted(scene.platform().slug()))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void showsAProvisionWithItsExactWordsAndItsHistory() {
        Scene scene = World.scene();
        tellAChange(scene);

        Gateway.asStaff()
                .get("/v1/provisions/" + scene.provisionId())
                .then()
                .statusCode(200)
                .body("provision.present", equalTo(true))
                .body("provision.version", equalTo(scene.versionId(2)))
                .body("provision.first_seen_at", equalTo(iso(NEXT_DAY)))
                .body("quotes[0].text", equalTo("share them with advertisers"))
                .body("quotes[0].start", equalTo(NEW_TEXT.indexOf("share them with advertisers")))
                .body("factors[0].effect", equalTo("No way out is stated."))
                .body("regulations[0].regulation", equalTo("gdpr"))
                .body("history[0].change_id", equalTo(scene.changeId()))
                .body("history[0].effect", equalTo("INTRODUCED"));
        Gateway.asStaff()
                .get("/v1/provisions?type=third-party-advertising&platform="
                        + scene.platform().slug())
                .then()
                .body("items.id", contains(scene.provisionId()));
    }

    @Test
    void aProvisionThatIsGoneIsKeptAsRemoved() {
        Scene scene = World.scene();
        Told told = tellAChange(scene);
        VersionRecorded third = world.version(scene, 3, OLD_TEXT + " Nothing else.", THIRD_DAY);

        world.send(third, world.assessed(scene, third, List.of()));

        eventually(() -> Gateway.asStaff()
                .get("/v1/provisions/" + scene.provisionId())
                .then()
                .body("provision.present", equalTo(false))
                .body("provision.version", equalTo(told.second().version().id())));
        Gateway.asStaff()
                .get("/v1/platforms/%s/documents/privacy-policy/provisions"
                        .formatted(scene.platform().slug()))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void showsWhatMovedBetweenDocumentsWithTheChangesOfBoth() {
        Scene policy = World.scene();
        DocumentRef terms = new DocumentRef(UUID.randomUUID(), "terms", "Terms", "terms-of-service", Variant.DEFAULT);
        Scene other = new Scene(policy.platform(), terms, World.scene().number());
        tellAChange(policy);
        tellAChange(other);

        world.send(new TextRelocated(
                UUID.randomUUID(),
                policy.platform(),
                terms,
                new RelocatedPassage(policy.document().id(), policy.changeId(), policy.versionId(1), 15, 49),
                List.of(new RelocatedPassage(terms.id(), other.changeId(), other.versionId(2), 15, 49)),
                0.8,
                true,
                List.of("for 30 days"),
                Origin.LIVE,
                NEXT_DAY,
                NEXT_DAY));

        for (Scene scene : List.of(policy, other)) {
            eventually(() -> Gateway.asStaff()
                    .get("/v1/changes/" + scene.changeId())
                    .then()
                    .body("relocations[0].passages.document.slug", contains("privacy-policy", "terms"))
                    .body("relocations[0].passages.change", contains(policy.changeId(), other.changeId()))
                    .body("relocations[0].words_lost", contains("for 30 days")));
            given().get("/changes/" + scene.changeId())
                    .then()
                    .statusCode(200)
                    .body(containsString("A passage of the Privacy Policy now stands in the Terms, weakened"))
                    .body(containsString("<del>for 30 days</del>"));
        }
    }

    @Test
    void followsAProvisionByItsIdAlone() {
        Scene scene = World.scene();
        tellAChange(scene);
        String key = Gateway.subscriber("professional");

        Gateway.as(key)
                .body(Map.of("scope", "PROVISION", "provision", scene.provisionId()))
                .post("/v1/subscriptions")
                .then()
                .statusCode(201)
                .body("platform", equalTo(scene.platform().slug()))
                .body("document", equalTo("privacy-policy"))
                .body("provision", equalTo(scene.provisionId()));
        Gateway.as(key)
                .body(Map.of("scope", "PROVISION", "provision", "CA-P-999999999"))
                .post("/v1/subscriptions")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-provision"));
        Gateway.as(key)
                .body(Map.of(
                        "scope",
                        "PROVISION",
                        "provision",
                        scene.provisionId(),
                        "platform",
                        scene.platform().slug(),
                        "document",
                        "terms-of-service"))
                .post("/v1/subscriptions")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-document"));
    }

    @Test
    void givesAVersionsWordsWithTheirDigest() throws Exception {
        Scene scene = World.scene();
        Told told = tellAChange(scene);
        String path = "/v1/versions/" + told.first().version().id();

        Response markdown = Gateway.asStaff().get(path + "/markdown");

        byte[] bytes = markdown.then().statusCode(200).extract().asByteArray();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("# " + OLD_TEXT);
        assertThat(markdown.header("Repr-Digest")).isEqualTo(digest(bytes));
        assertThat(markdown.contentType()).startsWith("text/markdown");
        Response text = Gateway.asStaff().get(path + "/text");
        text.then()
                .statusCode(200)
                .body("text", equalTo(OLD_TEXT))
                .body("sections[0].anchor", equalTo("privacy-policy"))
                .body("sentences[0].kind", equalTo("HEADING"));
        assertThat(text.header("Repr-Digest")).isEqualTo(digest(text.asByteArray()));
    }

    @Test
    void sendsNothingTwiceToWhoHasItAlready() {
        Scene scene = World.scene();
        tellAChange(scene);
        String path = "/v1/changes/" + scene.changeId();

        String etag = Gateway.asStaff().get(path).header("ETag");

        assertThat(etag).matches("\"[0-9a-f]{64}\"");
        Response again = Gateway.asStaff().header("If-None-Match", etag).get(path);
        again.then().statusCode(304).header("ETag", equalTo(etag));
        assertThat(again.asByteArray()).isEmpty();
        Gateway.asStaff().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void anEventThatComesTwiceCountsOnce() {
        Scene scene = World.scene();
        CaptureRecorded capture = world.capture(scene, DAY);
        VersionRecorded version = world.version(scene, 1, OLD_TEXT, DAY);
        world.send(capture, capture, version, version, scene.check(NEXT_DAY), version);
        CaptureRecorded last = world.capture(scene, THIRD_DAY);
        world.send(last, world.refusal(scene, last), world.refusal(scene, last));

        String of = " where document_id = '" + scene.document().id() + "'";
        eventually(() ->
                assertThat(gateway.count("select count(*) from capture" + of)).isEqualTo(3));
        eventually(() ->
                assertThat(gateway.count("select count(*) from refusal" + of)).isEqualTo(1));
        assertThat(gateway.count("select count(*) from version" + of)).isEqualTo(1);
        assertThat(gateway.count("select count(*) from appearance" + of)).isEqualTo(1);
    }

    @Test
    void theOrderAcrossTopicsDoesNotMatter() {
        Scene scene = World.scene();
        VersionRecorded first = world.version(scene, 1, OLD_TEXT, DAY);
        VersionRecorded second = world.version(scene, 2, NEW_TEXT, NEXT_DAY);
        ChangeDetected change = world.change(scene, first, second);
        world.send(world.assessed(scene, change, List.of()));
        String judged = "select count(*) from assessment where change_id = '" + scene.changeId() + "'";
        eventually(() -> assertThat(gateway.count(judged)).isEqualTo(1));

        world.send(first, second, change, scene.declared(), scene.source());

        eventually(() -> Gateway.asStaff()
                .get("/v1/changes/" + scene.changeId())
                .then()
                .statusCode(200)
                .body("change.assessment.severity", equalTo("HIGH"))
                .body("change.platform.name", equalTo(scene.platform().name())));
        eventually(() -> Gateway.asStaff()
                .get("/v1/platforms/" + scene.platform().slug())
                .then()
                .body("description", equalTo("Photos among friends."))
                .body("documents[0].state", equalTo("WATCHED")));
    }

    @Test
    void countsFailuresUntilTheyEnd() {
        Scene scene = World.scene();
        String of = " from document where id = '" + scene.document().id() + "'";
        world.send(scene.source(), scene.check(DAY), scene.failure(NEXT_DAY, 4));
        eventually(() -> assertThat(gateway.count("select failures" + of)).isEqualTo(4));
        assertThat(gateway.text("select last_failure_kind" + of)).isEqualTo("SERVER_ERROR");

        world.send(scene.check(THIRD_DAY));

        eventually(() -> assertThat(gateway.count("select failures" + of)).isZero());
    }

    @Test
    void walksThroughAllChangesOnce() {
        Scene scene = World.scene();
        VersionRecorded from = world.version(scene, 1, OLD_TEXT, DAY);
        List<String> ids = new ArrayList<>();
        world.send(scene.declared(), scene.source(), from);
        for (int i = 0; i < 7; i++) {
            VersionRecorded to = world.version(scene, 2, NEW_TEXT, NEXT_DAY.plusSeconds(i / 2));
            String id = "CA-C-%d%02d".formatted(scene.number() * 10L + 9_000_000L, i);
            ids.add(0, id);
            world.send(to, world.change(scene, id, from, to));
        }
        String path = "/v1/platforms/%s/documents/privacy-policy/changes"
                .formatted(scene.platform().slug());
        eventually(() -> Gateway.asStaff().get(path).then().body("items", hasSize(7)));

        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            Response page = Gateway.asStaff()
                    .queryParam("limit", 3)
                    .queryParams(next == null ? Map.of() : Map.of("after", next))
                    .get(path);
            seen.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null);

        assertThat(seen).containsExactlyElementsOf(ids);
    }

    @Test
    void tellsASubscriberWhatTheyWereToldAndWhyNot() {
        String email = "told-" + UUID.randomUUID() + "@example.org";
        Response made =
                Gateway.asStaff().body(Map.of("email", email, "plan", "free")).post("/v1/subscribers");
        UUID subscriber = UUID.fromString(made.path("id"));
        world.send(
                new DeliveryAttempted(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        subscriber,
                        DeliveryChannel.DIGEST,
                        "<digest@conductatlas.example>",
                        null,
                        null,
                        1,
                        AttemptOutcome.DELIVERED,
                        250,
                        "accepted",
                        12,
                        null,
                        DAY,
                        DAY),
                new NotificationWithheld(
                        UUID.randomUUID(),
                        subscriber,
                        "CA-C-000123",
                        DeliveryChannel.EMAIL,
                        null,
                        WithheldReason.PLAN_HAS_NO_SAME_DAY_ALERTS,
                        "it is in the digest",
                        NEXT_DAY));

        eventually(() -> Gateway.as(made.path("api_key"))
                .get("/v1/deliveries")
                .then()
                .statusCode(200)
                .body("items.kind", contains("WITHHELD", "ATTEMPTED"))
                .body("items[0].reason", equalTo("PLAN_HAS_NO_SAME_DAY_ALERTS"))
                .body("items[1].outcome", equalTo("DELIVERED")));
        Gateway.as(Gateway.subscriber("free")).get("/v1/deliveries").then().body("items", hasSize(0));
    }

    @Test
    void declaresASourceThatTheOthersHearOf() {
        String platform = Gateway.platform();
        String documents = "/v1/platforms/" + platform + "/documents";
        Gateway.asStaff()
                .body(Map.of(
                        "slug", "terms",
                        "name", "Terms of Service",
                        "type", "terms-of-service",
                        "cadence", "PT12H",
                        "locations",
                                List.of(Map.of(
                                        "url", "http://127.0.0.1:8080/terms",
                                        "select", List.of("main", Map.of("start_before", "h1", "end_before", "footer")),
                                        "remove", List.of(".ad"),
                                        "filter",
                                                List.of(
                                                        "removeEmptyLinks",
                                                        Map.of("removeQueryParams", List.of("v", "session")))))))
                .post(documents)
                .then()
                .statusCode(201)
                .body("revision", equalTo(1))
                .body("locations[0].select[0].css", equalTo("main"))
                .body("locations[0].filters.name", contains("removeEmptyLinks", "removeQueryParams"))
                .body("locations[0].filters[1].parameters", contains("v", "session"));

        Gateway.asStaff().post(documents + "/terms/source/fetch-now").then().statusCode(202);
        Gateway.asStaff()
                .body(Map.of("locations", List.of(Map.of("url", "http://127.0.0.1:8080/tos")), "reason", "it moved"))
                .put(documents + "/terms/source")
                .then()
                .statusCode(200)
                .body("revision", equalTo(3));
        Gateway.asStaff().delete(documents + "/terms?reason=closed").then().statusCode(204);

        String told = "select count(*) from outbox where payload like '%%\"slug\":\"%s\"%%'";
        assertThat(gateway.count(told.formatted(platform))).isEqualTo(5);
        assertThat(gateway.count("select count(*) from audit where subject = '" + platform + "/terms'"))
                .isEqualTo(4);
        eventually(() -> Gateway.asStaff().get(documents + "/terms").then().body("state", equalTo("RETIRED")));
        Gateway.asStaff().post(documents + "/terms/source/fetch-now").then().statusCode(409);
    }

    @Test
    void refusesAFilterThatIsNotBuiltInAndSaysSo() {
        String platform = Gateway.platform();
        Gateway.asStaff()
                .body(Map.of(
                        "slug",
                        "terms",
                        "name",
                        "Terms",
                        "type",
                        "terms-of-service",
                        "locations",
                        List.of(Map.of(
                                "url",
                                "http://127.0.0.1/",
                                "filter",
                                List.of("rewriteEverything", Map.of("removeElementsWithText", List.of("p")))))))
                .post("/v1/platforms/" + platform + "/documents")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/locations/0/filter/0", "/locations/0/filter/1"))
                .body(
                        "errors.message",
                        contains(
                                "no filter is named rewriteEverything",
                                "removeElementsWithText needs a selector and a text"));
    }

    @Test
    void refusesASourceThatCannotBeFetched() {
        String platform = Gateway.platform();
        List<Long> before = storedOf(platform);
        for (Map<String, Object> source : List.<Map<String, Object>>of(
                Map.of("locations", List.of(Map.of("url", "http://169.254.169.254/"))),
                Map.of("locations", List.of(Map.of("url", "file:///etc/passwd"))),
                Map.of("locations", List.of(Map.of("url", "http://127.0.0.1/", "select", List.of("main[")))),
                Map.of("locations", List.of(Map.of("url", "http://127.0.0.1/")), "cadence", "PT1M"),
                Map.of("locations", List.of()))) {
            Map<String, Object> body = new java.util.HashMap<>(source);
            body.putAll(Map.of("slug", "terms", "name", "Terms", "type", "terms-of-service"));
            Gateway.asStaff()
                    .body(body)
                    .post("/v1/platforms/" + platform + "/documents")
                    .then()
                    .statusCode(422)
                    .contentType(Gateway.PROBLEM)
                    .body("errors", hasSize(org.hamcrest.Matchers.greaterThan(0)));
        }
        assertThat(storedOf(platform)).isEqualTo(before);
    }

    /** How many rows there are of a platform: those of other tests may still be on their way from the topics. */
    private List<Long> storedOf(String platform) {
        String documents = "(select d.id from document d join platform p on p.id = d.platform_id where p.slug = '%s')"
                .formatted(platform);
        return List.of(
                gateway.count("select count(*) from document where id in " + documents),
                gateway.count("select count(*) from source_revision where document_id in " + documents),
                gateway.count("select count(*) from outbox where payload like '%\"slug\":\"" + platform + "\"%'"),
                gateway.count("select count(*) from audit where subject like '" + platform + "/%'"));
    }

    @Test
    void saysHowFarThePipelineIs() {
        eventually(() -> Gateway.asStaff()
                .get("/v1/status/pipeline")
                .then()
                .statusCode(200)
                .body("lags.find { it.group == 'gateway' && it.topic == 'atlas.changes' }.lag", equalTo(0))
                .body("dead_letters.group", hasItem("gateway"))
                .body("outbox_pending", equalTo(0))
                .body("totals.platforms", notNullValue()));
        Gateway.as(Gateway.subscriber("free")).get("/v1/status/pipeline").then().statusCode(403);
    }

    @Test
    void publishesWhatItCanDo() {
        given().accept("application/json")
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", org.hamcrest.Matchers.startsWith("3.1"))
                .body("paths.'/v1/subscriptions'.post.responses.'403'", notNullValue())
                .body("paths.'/u/{token}'", nullValue())
                .body("components.schemas.Problem.properties.request_id", notNullValue());
    }

    private Told tellAChange(Scene scene) {
        VersionRecorded first = world.version(scene, 1, OLD_TEXT, DAY);
        VersionRecorded second = world.version(scene, 2, NEW_TEXT, NEXT_DAY);
        ChangeDetected change = world.change(scene, first, second);
        Object held =
                provision(scene.provisionId(), "third-party-advertising", NEW_TEXT, "share them with advertisers");
        DocumentAssessed empty = world.assessed(scene, first, List.of());
        ChangeAssessed assessed = world.assessed(scene, change, List.of(held));
        world.send(scene.declared(), scene.source(), first, empty, second, change, assessed);
        eventually(() -> Gateway.asStaff()
                .get("/v1/changes/" + scene.changeId())
                .then()
                .statusCode(200)
                .body("change.assessment", notNullValue()));
        return new Told(first, second);
    }

    private record Told(VersionRecorded first, VersionRecorded second) {}

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).untilAsserted(assertion);
    }

    /** As PostgreSQL writes it. */
    private static String iso(Instant at) {
        return at.toString();
    }

    private static String digest(byte[] bytes) throws Exception {
        return "sha-256=:"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes)) + ":";
    }
}
