package io.conductatlas.gateway;

import static io.conductatlas.gateway.World.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.gateway.World.Scene;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public pages. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class PagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));
    private static final String SALE = "sale-of-personal-data";
    private static final String SOLD =
            "We sell your personal data to data brokers and may share it with advertising partners.";
    private static final String NOT_SOLD = "We do not sell your personal data to data brokers or to anyone else.";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    @Inject
    World world;

    @Inject
    Gateway gateway;

    @ParameterizedTest
    @CsvSource({
        "/, What platforms change",
        "/platforms, Platforms",
        "/changes, Changes",
        "/provisions, Registry of provisions",
        "/provision-types, Types of provision",
        "/provision-types/mandatory-arbitration, Mandatory arbitration",
        "/compare, Compare",
        "/methodology, Methodology",
        "/corrections, Corrections",
        "/bot, crawler"
    })
    void everyPageAnswersWithWhatItIsAbout(String path, String heading) {
        Document page = page(path);

        assertThat(page.selectFirst("h1").text()).contains(heading);
        assertThat(page.select("html[lang=en]")).hasSize(1);
        assertThat(page.select("main#main")).hasSize(1);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("script, style, [style]")).isEmpty();
        for (Element field : page.select("input:not([type=hidden]), select")) {
            assertThat(field.closest("label")).as(field.outerHtml()).isNotNull();
        }
    }

    @Test
    void everyPageOfAPlatformHoldsWhatIsKnown() {
        Told told = tell(SOLD, "STATED");
        Scene scene = told.scene();
        String name = scene.platform().name();

        Document platform = page("/platforms/" + scene.platform().slug());
        assertThat(platform.text()).contains(name, "Photos among friends.", "Social network", "Privacy Policy");
        assertThat(platform.select("a[rel~=nofollow]").attr("href")).isEqualTo("https://larkfield.example/");
        Document document = page(documentPath(scene));
        assertThat(document.text()).contains(scene.versionId(1), scene.versionId(2), "Sale of personal data");
        Document change = page("/changes/" + scene.changeId());
        assertThat(change.text())
                .contains(scene.changeId(), "High severity", "1 May 2026", "1 Mar 2026", "What it means");
        assertThat(change.select("h2").eachText())
                .contains("Key clauses")
                .doesNotContain("About this record")
                .doesNotHaveDuplicates();
        assertThat(change.select(".disclaimer")).hasSize(1);
        assertThat(change.select("del").text()).contains("30 days.");
        assertThat(change.select("ins").text()).contains("share them with advertisers");
        assertThat(change.select("#entries tbody tr").eachText()).containsExactly("added Recipients Mill · Malta");
        Document version = page("/versions/" + scene.versionId(2));
        assertThat(version.text()).contains(told.second().version().textHash(), "We sell your personal data");
        Document provision = page("/provisions/" + scene.provisionId());
        assertThat(provision.selectFirst("blockquote").text()).isEqualTo(SOLD);
        assertThat(provision.text())
                .contains(
                        "confidence of 84 %",
                        "Found by words",
                        "You can object until",
                        "Why it matters",
                        "What it means for people",
                        "Regulations engaged",
                        "Authorities",
                        "Due diligence",
                        "History of the clause",
                        "Recent activity of the document",
                        "Watched for");
        assertThat(provision.text()).doesNotContain("No opt-out stated");
        assertThat(provision.select("a[href=#choices]")).hasSize(1);
        assertThat(provision.select("#choices")).hasSize(1);
        assertThat(platform.text()).contains("Sale described");
    }

    @Test
    void headingsSkipNoLevelAndListsOfTermsHoldNothingElse() {
        Scene scene = tell(SOLD, "STATED").scene();

        for (String path : List.of(
                "/changes",
                "/provisions",
                "/provision-types/" + SALE,
                "/platforms/" + scene.platform().slug(),
                documentPath(scene),
                "/changes/" + scene.changeId(),
                "/provisions/" + scene.provisionId())) {
            Document page = page(path);
            int level = 1;
            for (Element heading : page.select("h1, h2, h3, h4")) {
                int next = heading.tagName().charAt(1) - '0';
                assertThat(next).as("%s: %s", path, heading.text()).isLessThanOrEqualTo(level + 1);
                level = next;
            }
            assertThat(page.select("dl > div > :not(dt, dd)")).as(path).isEmpty();
        }
    }

    @Test
    void aDenialIsNeverShownAsTheTypeItself() {
        Told told = tell(NOT_SOLD, "DENIED");
        Scene scene = told.scene();
        String slug = scene.platform().slug();
        String says = "States that it does not";

        Document provision = page("/provisions/" + scene.provisionId());
        assertThat(provision.selectFirst("h1").text()).startsWith("Statement against sale of personal data");
        assertThat(provision.text())
                .contains("The document states that it does not do this.", "states that personal data are not sold");
        assertThat(provision.select(".opening .badge.high")).isEmpty();
        Element fact = page("/platforms/" + slug).select(".facts > div").stream()
                .filter(one -> one.text().startsWith("Personal data sold"))
                .findFirst()
                .orElseThrow();
        assertThat(fact.text()).contains(says).doesNotContain("described");
        for (String path : List.of("/platforms/" + slug, documentPath(scene), "/provisions?platform=" + slug)) {
            Element line = page(path).select(".entries > li").stream()
                    .filter(one -> one.text().contains(scene.provisionId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.select("h3").text()).startsWith("Statement against");
            assertThat(line.select(".badge").text()).contains(says);
        }
        assertThat(page("/changes/" + scene.changeId()).text()).contains("Statement against", says);
    }

    @Test
    void countsOfATypeLeaveDenialsOutAndAgreeOnEveryPage() {
        Document before = page("/provision-types/" + SALE);
        Told stated = tell(SOLD, "STATED");
        Told denied = tell(NOT_SOLD, "DENIED");

        Document type = page("/provision-types/" + SALE);

        assertThat(first(ratio(type))).isEqualTo(first(ratio(before)) + 1);
        assertThat(Integer.parseInt(counter(type, "Provisions")))
                .isEqualTo(Integer.parseInt(counter(before, "Provisions")) + 1);
        assertThat(type.text()).contains("not do it.");
        Element denials = type.select("section").stream()
                .filter(section -> section.select("h2").text().equals("Where it is stated not to be done"))
                .findFirst()
                .orElseThrow();
        assertThat(denials.text())
                .contains(denied.scene().provisionId())
                .doesNotContain(stated.scene().provisionId());
        String ratio = ratio(type);
        assertThat(page("/provision-types").text()).contains(ratio);
        for (Told one : List.of(stated, denied)) {
            assertThat(page("/provisions/" + one.scene().provisionId()).text()).contains(ratio + " platforms");
        }
    }

    @Test
    void showsPeersOnlyWhereTheirWordsAreAlike() {
        Told one = tell(SOLD, "STATED");
        Told alike = tell("We may sell personal data to brokers and advertising partners.", "STATED");
        Told unlike = tell("Quarterly fireworks delight penguins near harbours.", "STATED");
        Told denial = tell(NOT_SOLD, "DENIED");

        Elements peers = page("/provisions/" + one.scene().provisionId()).select(".peer");

        assertThat(peers.size()).isBetween(1, 3);
        assertThat(peers.text()).doesNotContain("penguins", "do not sell");
        Document alone = page("/provisions/" + unlike.scene().provisionId());
        assertThat(alone.select(".peer")).isEmpty();
        assertThat(alone.text()).contains("None found whose words are alike");
        assertThat(page("/provisions/" + denial.scene().provisionId())
                        .select(".peer")
                        .text())
                .doesNotContain("We sell your");
        assertThat(page("/provisions/" + alike.scene().provisionId()).select(".peer"))
                .isNotEmpty();
    }

    @Test
    void comparesTwoToFourPlatformsInTheirWordsOrAtAGlance() {
        Told stated = tell(SOLD, "STATED");
        Told denied = tell(NOT_SOLD, "DENIED");
        String both = "platform=%s&platform=%s"
                .formatted(
                        stated.scene().platform().slug(),
                        denied.scene().platform().slug());

        Document words = page("/compare?type=" + SALE + "&" + both);
        Elements cards = words.select(".card");
        assertThat(cards).hasSize(2);
        assertThat(cards.get(0).text()).contains(SOLD, "A way to opt out is stated");
        assertThat(cards.get(1).text()).contains(NOT_SOLD, "States that it does not");
        Document glance = page("/compare?" + both);
        Element row = glance.select("tbody tr").stream()
                .filter(one -> one.text().startsWith("Sale of personal data"))
                .findFirst()
                .orElseThrow();
        assertThat(row.select("td").eachText()).containsExactly("High severity", "States that it does not");
        assertThat(page("/compare?platform=" + stated.scene().platform().slug()).text())
                .contains("Choose at least two platforms.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/platforms", "/provisions", "/no-such-page", "/ops/sign-in", "/v1/platforms", "/feed.atom"
            })
    void everyAnswerTellsBrowsersToRunNothingFromElsewhere(String path) {
        Response answer = given().header("Accept", Staff.BROWSER).get(path);

        answer.then()
                .header("Content-Security-Policy", equalTo(POLICY))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Strict-Transport-Security", equalTo("max-age=31536000; includeSubDomains"));
    }

    @ParameterizedTest
    @CsvSource({
        "/no-such-page, 404, Not found",
        "/platforms/no-such-platform, 404, No platform of that name",
        "/platforms/no-such-platform/terms, 404, No document of that name",
        "/changes/CA-C-999999999, 404, There is no change CA-C-999999999",
        "/versions/CA-V-999999999, 404, CA-V-999999999",
        "/provisions/CA-P-999999999, 404, CA-P-999999999",
        "/provision-types/no-such-type, 404, no type of that name",
        "/changes?after=nonsense, 400, not a cursor",
        "/v1/platforms, 401, API key",
        "/v1/nothing, 404, nothing at this address"
    })
    void abrowserGetsAPageWhereSomethingIsAmissAndAProgramAProblem(String path, int status, String words) {
        Response shown = given().header("Accept", Staff.BROWSER).get(path);
        Response told = given().get(path);

        shown.then().statusCode(status).contentType("text/html").header("Cache-Control", equalTo("no-store"));
        Document page = Jsoup.parse(shown.asString());
        assertThat(page.selectFirst(".opening .id").text()).isEqualTo(Integer.toString(status));
        assertThat(page.text()).contains(words);
        assertThat(page.select("nav[aria-label=Main] a")).isNotEmpty();
        assertThat(page.select("meta[name=robots][content=noindex]")).hasSize(1);
        assertThat(page.select("link[rel=stylesheet]").attr("href")).startsWith("/assets/atlas.css");
        told.then().statusCode(status).contentType(Gateway.PROBLEM);
    }

    @Test
    void aFaultOfOursIsAdmittedWithoutItsInsides() throws SQLException {
        Scene scene = tell(SOLD, "STATED").scene();
        gateway.run("update document set locations = '[{\"url\": \"no address\"}]' where id = '%s'"
                .formatted(scene.document().id()));

        Response shown = given().header("Accept", Staff.BROWSER).get(documentPath(scene));

        shown.then().statusCode(500).contentType("text/html");
        assertThat(Jsoup.parse(shown.asString()).text())
                .contains("Our fault", "name the request: " + shown.header("X-Request-Id"))
                .doesNotContain("Exception", "conductatlas.gateway", "SourceLocation");
        given().get(documentPath(scene)).then().statusCode(500).contentType(Gateway.PROBLEM);
    }

    @Test
    void theFeedKeepsItsIdsAndSaysWhenNothingIsNew() {
        Told told = tell(SOLD, "STATED");
        String path =
                "/platforms/%s/feed.atom".formatted(told.scene().platform().slug());

        Response first = given().get(path);
        Response again = given().get(path);

        Document feed = Jsoup.parse(first.asString(), org.jsoup.parser.Parser.xmlParser());
        first.then().statusCode(200).contentType("application/atom+xml");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(feed.selectFirst("feed > id").text())
                .isEqualTo("tag:conductatlas.example,2026:feed:"
                        + told.scene().platform().slug());
        Element entry = feed.selectFirst("entry");
        assertThat(entry.selectFirst("id").text())
                .isEqualTo(
                        "tag:conductatlas.example,2026:change:" + told.scene().changeId());
        assertThat(entry.selectFirst("published").text()).isEqualTo(NEXT_DAY.toString());
        assertThat(first.header("Last-Modified")).isNotBlank();
        given().header("If-Modified-Since", first.header("Last-Modified"))
                .get(path)
                .then()
                .statusCode(304);
        given().header("If-None-Match", first.header("ETag")).get(path).then().statusCode(304);
        given().header("If-Modified-Since", "Sun, 01 Mar 2026 00:00:00 GMT")
                .get(path)
                .then()
                .statusCode(200);
    }

    /** A change that introduces one provision of the type sale of personal data, whose words are the whole text. */
    private Told tell(String words, String polarity) {
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
                world.assessed(scene, change, List.of(provision(scene, text, words, polarity))));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() ->
                        given().get("/provisions/" + scene.provisionId()).then().statusCode(200));
        return new Told(scene, second);
    }

    private record Told(Scene scene, VersionRecorded second) {}

    private static Map<String, Object> provision(Scene scene, String text, String words, String polarity) {
        boolean denied = polarity.equals("DENIED");
        Map<String, Object> quote = World.quote(text, words);
        Map<String, Object> provision = new HashMap<>();
        provision.put("id", scene.provisionId());
        provision.put("type", SALE);
        provision.put("title", "Sale of personal data");
        provision.put("polarity", polarity);
        provision.put("severity", denied ? "LOW" : "HIGH");
        provision.put("confidence", 0.84);
        provision.put("section", "Privacy Policy");
        provision.put("quotes", List.of(quote));
        provision.put("factors", List.of());
        provision.put("regulations", List.of());
        provision.put("evidence", List.of(Map.of("rule", "found-by-words", "phrase", "sell", "words", quote)));
        provision.put(
                "choice",
                Map.of(
                        "steps",
                        denied ? List.of() : List.of(Map.of("start", 0, "end", 20, "text", "You can object until")),
                        "deadlines",
                        List.of()));
        return provision;
    }

    private static Document page(String path) {
        Response answer = given().header("Accept", Staff.BROWSER).get(path);
        answer.then().statusCode(200).contentType("text/html");
        return Jsoup.parse(answer.asString());
    }

    private static String documentPath(Scene scene) {
        return "/platforms/%s/privacy-policy".formatted(scene.platform().slug());
    }

    private static String counter(Document page, String name) {
        return page.select(".counters > div").stream()
                .filter(one -> one.select("dt").text().equals(name))
                .map(one -> one.select("dd:not(.note)").text())
                .findFirst()
                .orElseThrow();
    }

    private static String ratio(Document type) {
        return counter(type, "Platforms that state it");
    }

    private static int first(String ratio) {
        List<String> parts = new ArrayList<>(List.of(ratio.split(" ", -1)));
        return Integer.parseInt(parts.get(0));
    }
}
