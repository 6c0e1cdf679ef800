package io.conductatlas.gateway;

import static io.conductatlas.gateway.World.DAY;
import static io.conductatlas.gateway.World.OLD_TEXT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.events.AttemptOutcome;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.DeliveryAttempted;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.NotificationWithheld;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.events.WithheldReason;
import io.conductatlas.gateway.Staff.Member;
import io.conductatlas.gateway.World.Scene;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for our staff. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class OpsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String BOX = "atlas.captures.gateway.dlq";

    @Inject
    World world;

    @Inject
    Gateway gateway;

    @Inject
    Staff staff;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ops",
                "/ops/sources",
                "/ops/failures",
                "/ops/refusals",
                "/ops/refusals/" + NOBODY,
                "/ops/reviews",
                "/ops/reviews/CA-P-000001",
                "/ops/reviews/CA-C-000001",
                "/ops/pipeline",
                "/ops/dead-letters",
                "/ops/dead-letters/list?topic=" + BOX + "&failure=x",
                "/ops/dead-letters/at/" + BOX + "/0/0",
                "/ops/deliveries",
                "/ops/alerts",
                "/ops/alerts/CA-C-000001",
                "/ops/subscribers/" + NOBODY,
                "/ops/audit"
            })
    void showsNothingToAnyoneWhoIsNotSignedIn(String path) {
        given().redirects()
                .follow(false)
                .header("Accept", Staff.BROWSER)
                .get(path)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/ops/sign-in"));
        given().get(path).then().statusCode(401).contentType(Gateway.PROBLEM);
        Gateway.asStaff().get(path).then().statusCode(401);
    }

    @Test
    void offersAFormToSignInWith() {
        Response answer = given().header("Accept", Staff.BROWSER).get("/ops/sign-in?refused=true");

        Document page = org.jsoup.Jsoup.parse(answer.asString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("form[method=post][action=/ops/session] label input[name=name]"))
                .hasSize(1);
        assertThat(page.select("label input[type=password][name=password]")).hasSize(1);
        assertThat(page.select("[role=alert]").text()).contains("do not fit together");
    }

    @ParameterizedTest
    @CsvSource({
        "/ops, Overview",
        "/ops/sources, Sources",
        "/ops/failures, Failures",
        "/ops/refusals, Refused captures",
        "/ops/reviews, Reviews",
        "/ops/pipeline, Pipeline",
        "/ops/dead-letters, Dead letters",
        "/ops/deliveries, Deliveries",
        "/ops/alerts, Alerts",
        "/ops/audit, Audit log"
    })
    void showsEveryPageOfTheMenu(String path, String title) {
        Document page = staff.member("viewer").page(path);

        assertThat(page.selectFirst("h1").text()).isEqualTo(title);
        assertThat(page.select(".ops-nav a[aria-current=page]").attr("href")).isEqualTo(path);
        assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
        for (Element field : page.select("input:not([type=hidden]), select, textarea")) {
            assertThat(field.closest("label")).as(field.outerHtml()).isNotNull();
        }
        for (Element script : page.select("script")) {
            given().get(script.attr("src")).then().statusCode(200);
        }
    }

    @Test
    void showsHowASourceFares() {
        Scene scene = World.scene();
        world.send(scene.declared(), scene.source(), scene.check(DAY), scene.failure(DAY.plusSeconds(60), 4));
        awaitFailures(scene, 4);

        Document page = staff.all().page("/ops/failures");

        Element row = rowOf(page, scene.platform().name());
        assertThat(row.text())
                .contains("Server error, 4 times in a row", "answered 503", "2 Mar 2026, 12:00 UTC", "Watched");
        assertThat(row.hasClass("bad")).isTrue();
        Element failure = page.select("section").last();
        assertThat(failure.text()).contains("https://larkfield.example/privacy", "503");
        assertThat(failure.select("a[href^=http]")).isEmpty();
        assertThat(staff.all().page("/ops").text()).contains("Failing");
    }

    @ParameterizedTest
    @CsvSource({"fetch-now, fetch-asked-for", "pause, source-paused", "resume, source-resumed"})
    void actsOnASourceAndKeepsWhoDidIt(String act, String audited) {
        String platform = document();
        Member member = staff.all();

        member.form()
                .post("/ops/sources/%s/terms/%s".formatted(platform, act))
                .then()
                .statusCode(303)
                .header("Location", containsString("/ops/sources?done="));

        String subject = platform + "/terms";
        assertThat(gateway.text("select actor || ' ' || act from audit where subject = '%s' order by seq desc limit 1"
                        .formatted(subject)))
                .isEqualTo(member.name() + " " + audited);
        assertThat(gateway.count(
                        "select count(*) from outbox where payload like '%%\"slug\":\"%s\"%%'".formatted(platform)))
                .isEqualTo(3);
    }

    @Test
    void retiresADocumentOnlyAfterAskingAndWithAReason() {
        String platform = document();
        String path = "/ops/sources/%s/terms/retire".formatted(platform);
        Member member = staff.all();

        Document asked = member.page(path);
        assertThat(asked.select("form[method=post][action=" + path + "] input[name=reason][required]"))
                .hasSize(1);
        member.form().formParam("reason", " ").post(path).then().statusCode(422).contentType("text/html");
        assertThat(retired(platform)).isFalse();

        member.form().formParam("reason", "it closed").post(path).then().statusCode(303);
        assertThat(retired(platform)).isTrue();
        assertThat(gateway.text("select reason from audit where act = 'document-retired' and subject = '%s/terms'"
                        .formatted(platform)))
                .isEqualTo("it closed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ops/sources/%s/terms/fetch-now",
                "/ops/sources/%s/terms/pause",
                "/ops/sources/%s/terms/resume",
                "/ops/sources/%s/terms/retire",
                "/ops/dead-letters/replay",
                "/ops/dead-letters/at/" + BOX + "/0/0/replay",
                "/ops/dead-letters/at/" + BOX + "/0/0/discard",
                "/ops/refusals/" + NOBODY,
                "/ops/reviews/CA-P-000001",
                "/ops/reviews/CA-C-000001"
            })
    void letsNobodyActWhoMayOnlyLookAndNoOtherSite(String act) {
        String path = act.formatted(document());
        List<Long> before = gateway.stored();

        staff.member("viewer").form().formParam("reason", "x").post(path).then().statusCode(403);
        staff.all()
                .browser()
                .header("Origin", "https://elsewhere.example")
                .contentType("application/x-www-form-urlencoded")
                .post(path)
                .then()
                .statusCode(403);
        given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .post(path)
                .then()
                .statusCode(401);

        assertThat(gateway.stored()).isEqualTo(before);
    }

    @Test
    void offersNoButtonThatWouldBeRefused() {
        document();

        assertThat(staff.member("viewer").page("/ops/sources").select("main form[method=post]"))
                .isEmpty();
        assertThat(staff.all().page("/ops/sources").select("main form[method=post]"))
                .isNotEmpty();
    }

    @Test
    void showsStaffTheTextsThatTakeTurnsAndWhichFlap() {
        Scene scene = World.scene();
        VersionRecorded first = world.version(scene, 1, "We keep your messages.", DAY);
        VersionRecorded second = world.version(scene, 2, "We keep all messages.", DAY.plus(Duration.ofHours(1)));
        world.send(scene.declared(), scene.source(), first, second, world.turns(scene, first, second, true));

        eventually(() -> assertThat(staff.all()
                        .page("/ops/refusals")
                        .select("#turns tbody tr")
                        .eachText())
                .anySatisfy(line -> assertThat(line)
                        .contains(scene.platform().name(), scene.versionId(1), scene.versionId(2), "Within a day")));
    }

    @Test
    void overridesARefusalOnceWithAReason() {
        Scene scene = World.scene();
        CaptureRecorded capture = world.capture(scene, DAY);
        world.send(scene.declared(), scene.source(), capture, world.refusal(scene, capture));
        String path = "/ops/refusals/" + capture.captureId();
        Member member = staff.all();
        eventually(() -> assertThat(gateway.count(
                        "select count(*) from refusal where capture_id = '%s'".formatted(capture.captureId())))
                .isEqualTo(1));
        Document page = member.page(path);
        assertThat(page.text())
                .contains("says that the page was not found", capture.warc().key(), "Error page");

        member.form()
                .formParam("verdict", "ACCEPTED")
                .formParam("seen", "")
                .post(path)
                .then()
                .statusCode(422);
        member.form()
                .formParam("verdict", "ACCEPTED")
                .formParam("seen", "")
                .formParam("reason", "it is the new design")
                .post(path)
                .then()
                .statusCode(303);
        member.form()
                .formParam("verdict", "REJECTED")
                .formParam("seen", "")
                .formParam("reason", "I saw it first")
                .post(path)
                .then()
                .statusCode(409);

        assertThat(gateway.text("select payload from outbox where topic = 'atlas.reviews' and payload like '%%%s%%'"
                        .formatted(capture.captureId())))
                .contains(capture.captureId().toString(), "ACCEPTED", "it is the new design", member.name());
        assertThat(gateway.count("select count(*) from audit where subject = '%s'".formatted(capture.captureId())))
                .isEqualTo(1);
        assertThat(member.page(path).text()).contains("Accepted");
    }

    @Test
    void showsADeadLettersBytesAsTextAndSendsItAgain() {
        String poison = "{\"<script>alert(1)</script>\": \"\u202e" + UUID.randomUUID() + "\"";
        send("atlas.captures", "some-key", poison.getBytes(StandardCharsets.UTF_8));
        Member member = staff.all();
        String href = awaitLetter(member, poison.substring(poison.length() - 20, poison.length() - 1));

        Document page = member.page(href);
        assertThat(page.select("pre.bytes").text()).contains("<script>alert(1)</script>", "\\u{202e}");
        assertThat(page.select("pre.bytes *")).isEmpty();
        member.form()
                .post(href + "/replay")
                .then()
                .statusCode(303)
                .header("Location", containsString("done=REPLAY_ASKED"));

        eventually(() ->
                assertThat(member.page(href).select("main .when .badge").text()).isEqualTo("Sent again"));
        String again = awaitLetter(member, poison.substring(poison.length() - 20, poison.length() - 1), href);
        assertThat(member.page(again).select("pre.bytes").text())
                .isEqualTo(page.select("pre.bytes").text());
        assertThat(gateway.text("select reason || act from audit where act = 'dead-letters-replayed' and subject = '%s'"
                        .formatted(href.substring("/ops/dead-letters/at/".length()))))
                .isEqualTo("dead-letters-replayed");
    }

    @Test
    void aLetterThatKafkaDroppedBeforeItWasSentAgainIsShownAsLost() throws Exception {
        String box = "atlas.deliveries.gateway.dlq";
        String reason = "mended " + UUID.randomUUID();
        TopicPartition partition = new TopicPartition(box, 0);
        Member member = staff.all();
        long position;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer());
                Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            position = producer.send(new ProducerRecord<>(box, 0, null, new byte[] {1}))
                    .get()
                    .offset();
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(position + 1)))
                    .all()
                    .get();
        }

        gateway.run(("insert into dead_letter_act (topic, partition_number, position, act, actor, reason, asked_at)"
                        + " values ('%s', 0, %d, 'REPLAY', 'someone', '%s', now())")
                .formatted(box, position, reason));

        eventually(
                () -> assertThat(rowOf(member.page("/ops/dead-letters"), reason).text())
                        .contains("%s/0/%d".formatted(box, position), "someone"));
        Response letter = member.browser().get("/ops/dead-letters/at/%s/0/%d".formatted(box, position));
        letter.then().statusCode(410).body(containsString("Nobody got it."));
    }

    @Test
    void saysHowManyLettersWouldBeSentAgainAndSendsNone() {
        String mark = UUID.randomUUID().toString();
        send("atlas.captures", "k", ("no json " + mark).getBytes(StandardCharsets.UTF_8));
        Member member = staff.all();
        String href = awaitLetter(member, mark);
        String list = member.page(href).select(".trail a").last().attr("href");
        String failure = member.page(list).select("input[name=failure]").attr("value");
        long acts = gateway.count("select count(*) from dead_letter_act");

        Response answer = member.browser()
                .urlEncodingEnabled(true)
                .queryParams(Map.of("topic", BOX, "failure", failure, "most", "10"))
                .get("/ops/dead-letters/replay");

        answer.then().statusCode(200).body(containsString("Would be sent again"), containsString("a second"));
        assertThat(gateway.count("select count(*) from dead_letter_act")).isEqualTo(acts);
    }

    @Test
    void discardsADeadLetterWithAReasonAndCountsItNoMore() {
        String mark = UUID.randomUUID().toString();
        send("atlas.captures", "k", new byte[] {(byte) 0xff, 0, 'a'}, mark);
        Member member = staff.all();
        String href = awaitLetter(member, mark);
        assertThat(member.page(href).select("pre.bytes").text()).contains("ff 00 61");
        assertThat(member.page(href + "/discard").select("input[name=reason][required]"))
                .hasSize(1);
        int before = deadLetters();

        member.form().formParam("reason", "").post(href + "/discard").then().statusCode(422);
        member.form()
                .formParam("reason", "a test")
                .post(href + "/discard")
                .then()
                .statusCode(303);
        member.form()
                .formParam("reason", "again")
                .post(href + "/discard")
                .then()
                .statusCode(409);

        assertThat(member.page(href).select("main .when .badge").text()).isEqualTo("Discarded");
        assertThat(deadLetters()).isEqualTo(before - 1);
    }

    @Test
    void tracesWhoWasToldOfAChangeAndWhyOthersWereNot() {
        Scene scene = World.scene();
        VersionRecorded first = world.version(scene, 1, OLD_TEXT, DAY);
        VersionRecorded second = world.version(scene, 2, World.NEW_TEXT, DAY.plus(Duration.ofDays(1)));
        ChangeDetected change = world.change(scene, first, second);
        UUID told = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        world.send(scene.declared(), scene.source(), first, second, change, world.assessed(scene, change, List.of()));
        world.send(
                attempt(told, scene, 1, AttemptOutcome.RETRYING),
                attempt(told, scene, 2, AttemptOutcome.DELIVERED),
                new NotificationWithheld(
                        UUID.randomUUID(),
                        kept,
                        scene.changeId(),
                        DeliveryChannel.EMAIL,
                        null,
                        WithheldReason.PLAN_HAS_NO_SAME_DAY_ALERTS,
                        "it is in the digest",
                        DAY));
        Member member = staff.all();

        String path = "/ops/alerts/" + scene.changeId();
        eventually(() -> assertThat(member.browser().get(path).asString()).contains("it is in the digest"));
        eventually(() ->
                assertThat(rowOf(member.page(path), tail(told)).text()).contains("Delivered", "Email", "2 attempts"));
        assertThat(rowOf(member.page(path), tail(kept)).text()).contains("Withheld: plan has no same day alerts");
        eventually(() -> assertThat(
                        rowOf(member.page("/ops/alerts"), scene.changeId()).text())
                .contains("High severity"));
        assertThat(member.page("/ops/deliveries?channel=EMAIL").text()).contains("250", "accepted");
    }

    @Test
    void keepsWhoSignedInAndWhoWasRefused() {
        String name = "guest-" + UUID.randomUUID();
        given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("name", name)
                .formParam("password", "guessed")
                .post("/ops/session");

        assertThat(rowOf(staff.all().page("/ops/audit"), name).text()).contains("Sign in refused");
    }

    @Test
    void saysSinceWhenTheOldestRecordWaitsInEveryPartition() {
        for (int i = 0; i < 12; i++) {
            world.send(World.scene().declared());
        }

        Elements waiting = staff.all().page("/ops/pipeline").select("#atlas-sources-fetcher tbody tr");

        assertThat(waiting.size()).isGreaterThan(1);
        assertThat(waiting.eachText()).allMatch(row -> row.contains(" since "));
    }

    @Test
    void countsWhatWantsAttention() {
        Member member = staff.all();
        Document before = member.page("/ops");
        Scene scene = World.scene();
        Instant now = Instant.now();
        world.send(scene.declared(), scene.source());
        world.send(webhook(AttemptOutcome.RETRYING, now.minus(Duration.ofHours(2))));
        world.send(webhook(AttemptOutcome.DELIVERED, now.minus(Duration.ofMinutes(2))));
        world.send(webhook(AttemptOutcome.FAILED, now.minus(Duration.ofHours(3))));

        for (String name : List.of("Late", "Undelivered for over an hour", "Given up in 24 hours")) {
            eventually(() -> assertThat(counter(member.page("/ops"), name)).isEqualTo(counter(before, name) + 1));
        }
        Document after = member.page("/ops");
        assertThat(after.select(".counters > .bad").text()).contains("Undelivered for over an hour");
        assertThat(after.select(".counters").text()).contains("of 3 attempts");
        Document late = member.page("/ops/sources?show=LATE");
        assertThat(rowOf(late, scene.platform().name()).text()).contains("Due", "never");
    }

    private static int counter(Document page, String name) {
        return page.select(".counters > div").stream()
                .filter(one -> one.select("dt").text().equals(name))
                .map(one -> Integer.parseInt(one.select("dd:not(.note)").text()))
                .findFirst()
                .orElseThrow();
    }

    private static DeliveryAttempted webhook(AttemptOutcome outcome, Instant at) {
        return new DeliveryAttempted(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                DeliveryChannel.WEBHOOK,
                "msg_" + UUID.randomUUID(),
                null,
                UUID.randomUUID(),
                1,
                outcome,
                500,
                "answered",
                12,
                null,
                at,
                at);
    }

    @Test
    void asksTheBrowserToFetchItAnewOnlyWhereThatIsWanted() {
        Member member = staff.all();

        assertThat(member.page("/ops").select("[hx-trigger]")).isEmpty();
        assertThat(member.page("/ops?refresh=true").select("#live[hx-trigger]")).hasSize(1);
        assertThat(member.page("/ops").select("meta[name=htmx-config]").attr("content"))
                .contains("\"allowEval\":false", "\"includeIndicatorStyles\":false");
    }

    private DeliveryAttempted attempt(UUID subscriber, Scene scene, int number, AttemptOutcome outcome) {
        return new DeliveryAttempted(
                UUID.randomUUID(),
                new UUID(1, subscriber.getLeastSignificantBits()),
                UUID.randomUUID(),
                subscriber,
                DeliveryChannel.EMAIL,
                "<mail@conductatlas.example>",
                scene.changeId(),
                null,
                number,
                outcome,
                250,
                "accepted",
                12,
                null,
                DAY,
                DAY);
    }

    private static String tail(UUID id) {
        return id.toString().substring(28);
    }

    private static Element rowOf(Document page, String text) {
        return page.select("tbody tr").stream()
                .filter(row -> row.text().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row with " + text + " in " + page.text()));
    }

    /** A document of a new platform; the platform's slug. */
    private static String document() {
        String platform = Gateway.platform();
        Gateway.asStaff()
                .body(Map.of(
                        "slug", "terms",
                        "name", "Terms of Service",
                        "type", "terms-of-service",
                        "locations", List.of(Map.of("url", "http://127.0.0.1:8080/terms"))))
                .post("/v1/platforms/" + platform + "/documents")
                .then()
                .statusCode(201);
        return platform;
    }

    private boolean retired(String platform) {
        return gateway.text(
                        "select d.retired from document d join platform p on p.id = d.platform_id where p.slug = '%s'"
                                .formatted(platform))
                .equals("t");
    }

    private void awaitFailures(Scene scene, int failures) {
        eventually(() -> assertThat(gateway.count("select coalesce(max(failures), 0) from document where id = '%s'"
                        .formatted(scene.document().id())))
                .isEqualTo(failures));
    }

    private static int deadLetters() {
        return Gateway.asStaff().get("/v1/status/pipeline").path("total_dead_letters");
    }

    /** The page of the newest open letter whose page has that text. */
    private static String awaitLetter(Member member, String text, String... but) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> letter(member, text, List.of(but)), Objects::nonNull);
    }

    private static String letter(Member member, String text, List<String> but) {
        for (Element group : member.page("/ops/dead-letters").select("tbody a")) {
            for (Element letter : member.page(group.attr("href")).select("tbody td:first-child a")) {
                String href = letter.attr("href");
                if (!but.contains(href) && member.page(href).text().contains(text)) {
                    return href;
                }
            }
        }
        return null;
    }

    private void send(String topic, String key, byte[] value) {
        send(topic, key, value, "");
    }

    private void send(String topic, String key, byte[] value, String mark) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
            record.headers().add("ce_subject", mark.getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        }
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).untilAsserted(assertion);
    }
}
