package io.conductatlas.gateway;

import static io.conductatlas.gateway.World.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.gateway.World.Scene;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** All that is told of a provision, on its page and over the API, field by field. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ProvisionInFullTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));
    private static final String TYPE = "service-providers";
    private static final String TITLE = "Service providers";
    private static final String WORDS =
            "We pass order details to couriers and payment processors that work for us, and you may object within 30 days.";
    private static final String ALIKE = "Payment processors and couriers that work for us receive order details.";

    @Inject
    World world;

    @Inject
    Gateway gateway;

    @Test
    void thePageShowsEveryField() {
        tell("Couriers and payment processors receive the order details they need to work for us.", true);
        Scene scene = tell(WORDS, true);

        Document page = page(scene);

        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", text(page, ".opening .id"));
        fields.put("platform", text(page, ".trail"));
        fields.put("document", text(page, ".trail"));
        fields.put("title and type", text(page, "h1"));
        fields.put("severity", text(page, ".opening .badges"));
        fields.put("confidence", fact(page, "At a glance", "Confidence"));
        fields.put("basis", section(page, "How to read it"));
        fields.put("rarity", fact(page, "At a glance", "Rarity"));
        fields.put("n of N platforms", section(page, "On other platforms"));
        fields.put("what it is", section(page, "What it is"));
        fields.put("why it matters", section(page, "Why it matters"));
        fields.put("interpretive note", section(page, "How to read it"));
        fields.put("consumer impact", section(page, "What it means for people"));
        fields.put("opt-out", section(page, "What you can do"));
        fields.put("steps", section(page, "What you can do"));
        fields.put("deadline", section(page, "What you can do"));
        fields.put("excerpt", text(page, "figure blockquote"));
        fields.put("attribution", text(page, "figure figcaption"));
        fields.put("peers", text(page, ".peer"));
        fields.put(
                "comparison", page.select("a[href^=/compare?type=" + TYPE + "]").text());
        fields.put("severity: reason", section(page, "Severity"));
        fields.put("severity: factor", section(page, "Severity"));
        fields.put("severity: weight", section(page, "Severity"));
        fields.put("severity: words", section(page, "Severity"));
        fields.put("regulation", section(page, "Regulations engaged"));
        fields.put("article", section(page, "Regulations engaged"));
        fields.put("article's heading", section(page, "Regulations engaged"));
        fields.put("why engaged", section(page, "Regulations engaged"));
        fields.put("condition", section(page, "Regulations engaged"));
        fields.put("jurisdiction", section(page, "Regulations engaged"));
        fields.put("enforcement", section(page, "Regulations engaged"));
        fields.put("agencies", section(page, "Regulations engaged"));
        fields.put("due diligence", section(page, "Due diligence"));
        fields.put("change history", section(page, "History of the clause"));
        fields.put("changes", fact(page, "Stability", "Changes of the clause"));
        fields.put("months watched", fact(page, "Stability", "Watched for"));
        fields.put("first seen", fact(page, "Stability", "First seen"));
        fields.put("last seen", fact(page, "Stability", "Last seen"));
        fields.put("catalogue", fact(page, "Stability", "Read with catalogue"));
        fields.put("recent activity", section(page, "Recent activity of the document"));
        fields.put("no legal determination", text(page, ".disclaimer"));

        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("id", scene.provisionId());
        expected.put("platform", scene.platform().name());
        expected.put("document", "Privacy Policy");
        expected.put("title and type", TITLE);
        expected.put("severity", "Medium severity");
        expected.put("confidence", "91 %");
        expected.put("basis", "Couriers by name");
        expected.put("rarity", "platform");
        expected.put("n of N platforms", " platforms under watch (");
        expected.put("what it is", "Somebody works with data on the company's behalf.");
        expected.put("why it matters", "More hands hold the data.");
        expected.put("interpretive note", "“may” leaves room");
        expected.put("consumer impact", "Your order details reach other companies.");
        expected.put("opt-out", "you may object");
        expected.put("steps", "Ask which processors there are.");
        expected.put("deadline", "within 30 days");
        expected.put("excerpt", WORDS);
        expected.put("attribution", scene.versionId(2) + ", characters 15–" + (15 + WORDS.length()));
        expected.put("peers", "% alike");
        expected.put("comparison", "Compare in full");
        expected.put("severity: reason", "The type begins at low.");
        expected.put("severity: factor", "Payment data");
        expected.put("severity: weight", "+2");
        expected.put("severity: words", "“payment processors”");
        expected.put("regulation", "GDPR");
        expected.put("article", "Art. 28");
        expected.put("article's heading", "Processor");
        expected.put("why engaged", "Whoever works on behalf of another needs a contract.");
        expected.put("condition", "Engaged where people are in the European Union.");
        expected.put("jurisdiction", "European Union");
        expected.put("enforcement", "Authorities ask for the list of processors.");
        expected.put("agencies", "The data-protection authorities");
        expected.put("due diligence", "Obtain the contract with each processor.");
        expected.put("change history", "advertising sharing added");
        expected.put("changes", "1");
        expected.put("months watched", "1 day");
        expected.put("first seen", "3 Mar 2026");
        expected.put("last seen", "3 Mar 2026");
        expected.put("catalogue", "catalogue-1");
        expected.put("recent activity", scene.changeId());
        expected.put("no legal determination", "legal");

        assertThat(fields.keySet()).isEqualTo(expected.keySet());
        SoftAssertions softly = new SoftAssertions();
        expected.forEach(
                (field, words) -> softly.assertThat(fields.get(field)).as(field).contains(words));
        softly.assertAll();
    }

    @Test
    void theApiTellsEveryField() {
        Scene peer = tell(ALIKE, true);
        Scene scene = tell(WORDS, true);

        ValidatableResponse answer = answer(scene);

        answer.body("provision.id", equalTo(scene.provisionId()))
                .body("provision.platform.slug", equalTo(scene.platform().slug()))
                .body("provision.document.slug", equalTo("privacy-policy"))
                .body("provision.type", equalTo(TYPE))
                .body("provision.severity", equalTo("MEDIUM"))
                .body("confidence", equalTo(0.91f))
                .body("evidence.words", contains("couriers"))
                .body("quotes[0].text", equalTo(WORDS))
                .body("record.what", equalTo("Somebody works with data on the company's behalf."))
                .body("record.why", equalTo("More hands hold the data."))
                .body("record.impact", equalTo("Your order details reach other companies."))
                .body(
                        "record.interpretive_note",
                        equalTo("Among its words, “may” leaves room to read the clause widely."))
                .body("record.severity_reason", equalTo("Rated medium. The type begins at low."))
                .body("record.opt_out", equalTo("The text beside it states a way out or a choice."))
                .body("record.choices", contains("Ask which processors there are."))
                .body("record.agencies", contains("The data-protection authorities"))
                .body("record.enforcement", equalTo("Authorities ask for the list of processors."))
                .body("record.diligence", contains("Obtain the contract with each processor."))
                .body("choice.steps", contains("you may object within 30 days"))
                .body("choice.deadlines", contains("within 30 days"))
                .body("factors[0].name", equalTo("payment-data"))
                .body("factors[0].weight", equalTo(2))
                .body("factors[0].words", equalTo("payment processors"))
                .body("regulations[0].article", equalTo("Art. 28"))
                .body("regulations[0].heading", equalTo("Processor"))
                .body("regulations[0].when", equalTo("where people are in the European Union."))
                .body("regulations[0].jurisdiction", equalTo("European Union"))
                .body("regulations[0].authority", equalTo("The data-protection authorities"))
                .body("adoption.platforms", greaterThan(1))
                .body("adoption.of", greaterThan(1))
                .body("adoption.rarity", notNullValue())
                .body("peers.provision.id", hasItem(peer.provisionId()))
                .body(
                        "peers.find { it.provision.id == '%s' }.likeness".formatted(peer.provisionId()),
                        greaterThan(0.15f))
                .body("history.change_id", contains(scene.changeId()))
                .body("stability.changes", equalTo(1))
                .body("stability.months", notNullValue())
                .body("stability.first_seen_at", equalTo(NEXT_DAY.toString()))
                .body("recent_activity.id", contains(scene.changeId()));
    }

    @Test
    void whatWasAssessedBeforeTheRecordWasKeptIsToldInTheCataloguesWords() {
        Scene scene = tell(WORDS, false);

        Document page = page(scene);

        answer(scene)
                .body("record", nullValue())
                .body("factors[0].weight", nullValue())
                .body("regulations[0].when", nullValue());
        for (String heading : List.of(
                "What it is", "Why it matters", "What it means for people", "Due diligence", "Regulations engaged")) {
            assertThat(section(page, heading)).as(heading).hasSizeGreaterThan(heading.length() + 20);
        }
        assertThat(section(page, "What you can do")).contains("No opt-out stated beside it.");
        assertThat(page.text()).doesNotContain("null");
    }

    @Test
    void aRowWithoutARecordGetsOneWithTheNextAssessment() throws SQLException {
        Scene scene = tell(WORDS, true);
        gateway.run("update provision set record = null where id = '%s'".formatted(scene.provisionId()));
        answer(scene).body("record", nullValue());
        String text = "Privacy Policy\n" + WORDS + " Thank you.";
        VersionRecorded third = world.version(scene, 3, text, DAY.plus(Duration.ofDays(2)));

        world.send(third, world.assessed(scene, third, List.of(held(scene, text, WORDS, true))));

        await().atMost(PATIENCE)
                .untilAsserted(() -> answer(scene).body("record.why", equalTo("More hands hold the data.")));
    }

    @Test
    void listsShowTheQuoteThatItWasFoundBy() {
        Scene scene = World.scene();
        String introduction = "We share what you give us in the following situations:";
        String clause = "With couriers who work for us.";
        String aside = "With whoever else you tell us to share it with, for as long as you have not told us to stop.";
        String text = String.join("\n", "Privacy Policy", introduction, clause, aside);
        Map<String, Object> held = held(scene, text, clause, true);
        held.put(
                "quotes",
                List.of(World.quote(text, introduction), World.quote(text, clause), World.quote(text, aside)));
        VersionRecorded first = world.version(scene, 1, text, DAY);

        world.send(scene.declared(), scene.source(), first, world.assessed(scene, first, List.of(held)));

        await().atMost(PATIENCE).untilAsserted(() -> answer(scene).body("provision.quote", equalTo(clause)));
    }

    @Test
    void aClauseIsWatchedAndSeenUntilTheLatestCheckOfItsDocument() {
        Scene scene = tell(WORDS, true);
        assertThat(fact(page(scene), "Stability", "Watched for")).endsWith("1 day");

        world.send(scene.check(NEXT_DAY.plus(Duration.ofDays(45))));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(fact(page(scene), "Stability", "Last seen")).contains("17 Apr 2026"));
        assertThat(fact(page(scene), "Stability", "Watched for")).endsWith("45 days");
        answer(scene).body("stability.months", equalTo(1)).body("stability.days", equalTo(45));
    }

    @Test
    void aPeerIsShownWithWhatIntroducesIt() {
        Scene peer = World.scene();
        String introduction = "We hand your parcel labels to others in these situations:";
        String item = "With your consent.";
        String text = String.join("\n", "Privacy Policy", introduction, item);
        Map<String, Object> held = held(peer, text, item, true);
        held.put("quotes", List.of(World.quote(text, introduction), World.quote(text, item)));
        VersionRecorded first = world.version(peer, 1, text, DAY);
        world.send(peer.declared(), peer.source(), first, world.assessed(peer, first, List.of(held)));
        await().atMost(PATIENCE).untilAsserted(() -> answer(peer).statusCode(200));

        Scene scene = tell("With your consent we hand parcel labels to others.", true);

        assertThat(page(scene).select(".peer blockquote").eachText()).contains(introduction + " " + item);
    }

    @Test
    void noPeerIsShownRatherThanAnUnlikeOne() {
        Scene scene = tell("Hedgehogs audit quarterly lantern inventories.", true);

        answer(scene).body("peers", hasSize(0));
        assertThat(section(page(scene), "On other platforms")).contains("None found whose words are alike", "15 %");
    }

    private Scene tell(String words, boolean inFull) {
        Scene scene = World.scene();
        String text = "Privacy Policy\n" + words;
        VersionRecorded first = world.version(scene, 1, World.OLD_TEXT, DAY);
        VersionRecorded second = world.version(scene, 2, text, NEXT_DAY);
        ChangeDetected change = world.change(scene, first, second);
        world.send(
                scene.declared(),
                scene.source(),
                first,
                world.assessed(scene, first, List.of()),
                second,
                change,
                world.assessed(scene, change, List.of(held(scene, text, words, inFull))));
        await().atMost(PATIENCE)
                .untilAsserted(() -> Gateway.asStaff()
                        .get("/v1/provisions/" + scene.provisionId())
                        .then()
                        .statusCode(200));
        return scene;
    }

    /** As the classifier writes it today, or as it did before it wrote records. */
    private static Map<String, Object> held(Scene scene, String text, String words, boolean inFull) {
        Map<String, Object> held = new HashMap<>();
        held.put("id", scene.provisionId());
        held.put("type", TYPE);
        held.put("title", TITLE);
        held.put("polarity", "STATED");
        held.put("severity", "MEDIUM");
        held.put("confidence", 0.91);
        held.put("section", "Privacy Policy");
        held.put("quotes", List.of(World.quote(text, words)));
        held.put(
                "regulations",
                List.of(Map.of(
                        "regulation", "gdpr",
                        "name", "GDPR",
                        "article", "Art. 28",
                        "why", "Whoever works on behalf of another needs a contract.")));
        held.put("factors", List.of(Map.of("name", "payment-data", "says", "It reaches payment data.")));
        if (!inFull) {
            return held;
        }
        held.put(
                "evidence",
                List.of(Map.of("rule", "couriers-by-name", "phrase", "couriers", "words", word("couriers"))));
        held.put(
                "factors",
                List.of(Map.of(
                        "name",
                        "payment-data",
                        "weight",
                        2,
                        "says",
                        "It reaches payment data.",
                        "words",
                        word("payment processors"))));
        held.put(
                "regulations",
                List.of(Map.of(
                        "regulation", "gdpr",
                        "name", "GDPR",
                        "article", "Art. 28",
                        "heading", "Processor",
                        "why", "Whoever works on behalf of another needs a contract.",
                        "when", "where people are in the European Union.",
                        "jurisdiction", "European Union",
                        "authority", "The data-protection authorities")));
        held.put(
                "choice",
                Map.of(
                        "steps", List.of(word("you may object within 30 days")),
                        "deadlines", List.of(word("within 30 days"))));
        Map<String, Object> record = new HashMap<>();
        record.put("what", "Somebody works with data on the company's behalf.");
        record.put("why", "More hands hold the data.");
        record.put("impact", "Your order details reach other companies.");
        record.put("interpretiveNote", "Among its words, “may” leaves room to read the clause widely.");
        record.put("severityReason", "Rated medium. The type begins at low.");
        record.put("optOut", "The text beside it states a way out or a choice.");
        record.put("choices", List.of("Ask which processors there are."));
        record.put("agencies", List.of("The data-protection authorities"));
        record.put("enforcement", "Authorities ask for the list of processors.");
        record.put("diligence", List.of("Obtain the contract with each processor."));
        held.put("record", record);
        return held;
    }

    private static Map<String, Object> word(String words) {
        return World.quote(words, words);
    }

    private static ValidatableResponse answer(Scene scene) {
        return Gateway.asStaff()
                .get("/v1/provisions/" + scene.provisionId())
                .then()
                .statusCode(200);
    }

    private static Document page(Scene scene) {
        Response answer = given().header("Accept", Staff.BROWSER).get("/provisions/" + scene.provisionId());
        answer.then().statusCode(200).contentType("text/html");
        return Jsoup.parse(answer.asString());
    }

    private static String text(Document page, String selector) {
        return page.select(selector).text();
    }

    /** The text of the section under a heading; empty where there is none. */
    private static String section(Document page, String heading) {
        return page.select("section").stream()
                .filter(section -> section.select("h2").text().equals(heading))
                .map(Element::text)
                .findFirst()
                .orElse("");
    }

    private static String fact(Document page, String heading, String name) {
        return page.select("section").stream()
                .filter(section -> section.select("h2").text().equals(heading))
                .flatMap(section -> section.select(".facts > div").stream())
                .filter(fact -> fact.select("dt").text().equals(name))
                .map(fact -> fact.select("dd").text())
                .findFirst()
                .orElse("");
    }
}
