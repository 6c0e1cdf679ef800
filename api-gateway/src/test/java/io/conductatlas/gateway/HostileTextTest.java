package io.conductatlas.gateway;

import static io.conductatlas.gateway.World.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.events.AssessmentReviewed;
import io.conductatlas.events.AttemptOutcome;
import io.conductatlas.events.CaptureFailed;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CaptureRefused;
import io.conductatlas.events.CapturedPart;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.DeliveryAttempted;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.Direction;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.FailureKind;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.NotificationWithheld;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.Origin;
import io.conductatlas.events.PlatformDeclared;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.events.ProvisionReviewed;
import io.conductatlas.events.RegulationTag;
import io.conductatlas.events.RelocatedPassage;
import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.events.Severity;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.SourceLocation;
import io.conductatlas.events.TextRelocated;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.events.WithheldReason;
import io.conductatlas.gateway.Staff.Member;
import io.conductatlas.gateway.World.Scene;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * What platforms write, and what others answer, is shown as text and never runs: hostile words in every field that comes
 * from outside, on every page that shows it.
 */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class HostileTextTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));

    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "<ScRiPt src=//evil.example/x.js></sCrIpT>",
            "</script><script>alert(2)</script>",
            "</title><script>alert(3)</script>",
            "</textarea><script>alert(4)</script>",
            "</style><script>alert(5)</script>",
            "--><script>alert(6)</script>",
            "<![CDATA[<script>alert(7)</script>]]>",
            "<img src=x onerror=alert(8)>",
            "<img/src=x/onerror=alert(9)>",
            "<IMG SRC=javascript:alert(10)>",
            "<svg onload=alert(11)>",
            "<svg><script>alert(12)</script></svg>",
            "<svg><animate onbegin=alert(13) attributeName=x></svg>",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(14)>",
            "<iframe src=javascript:alert(15)></iframe>",
            "<iframe srcdoc='<script>alert(16)</script>'></iframe>",
            "<object data=javascript:alert(17)></object>",
            "<embed src=javascript:alert(18)>",
            "<a href=javascript:alert(19)>x</a>",
            "<a href='jAvAsCrIpT:alert(20)'>x</a>",
            "<a href='java\tscript:alert(21)'>x</a>",
            "<a href='data:text/html,<script>alert(22)</script>'>x</a>",
            "<a href=vbscript:msgbox(23)>x</a>",
            "<body onload=alert(24)>",
            "<input autofocus onfocus=alert(25)>",
            "<select autofocus onfocus=alert(26)>",
            "<details open ontoggle=alert(27)>",
            "<video><source onerror=alert(28)></video>",
            "<audio src=x onerror=alert(29)>",
            "<marquee onstart=alert(30)>",
            "<form action=javascript:alert(31)><button>x</button></form>",
            "<button formaction=javascript:alert(32)>x</button>",
            "<base href=//evil.example/>",
            "<meta http-equiv=refresh content='0;url=javascript:alert(33)'>",
            "<link rel=stylesheet href=//evil.example/x.css>",
            "<style>@import '//evil.example/x.css';</style>",
            "<div style=background:url(javascript:alert(34))>",
            "\" onmouseover=\"alert(35)",
            "' onmouseover='alert(36)",
            "\"><script>alert(37)</script>",
            "'><img src=x onerror=alert(38)>",
            "` onfocus=alert(39) autofocus x=`",
            "{inject:vertx.close}",
            "{#include frame}{/include}",
            "{page.frame.title.raw}",
            "${7*7}#{7*7}",
            "&lt;script&gt;alert(40)&lt;/script&gt;",
            "&#60;script&#62;alert(41)&#60;/script&#62;",
            "\u003cscript\u003ealert(42)\u003c/script\u003e",
            "<template><script>alert(43)</script></template>",
            "<xmp><script>alert(44)</script></xmp>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(45)>\">",
            "<div hx-get=//evil.example hx-trigger=load>x</div>",
            "<div data-hx-on:click=alert(46)>x</div>");

    private static final String ALL = String.join(" ", PAYLOADS);

    private static final Set<String> HARMLESS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "link",
            "body",
            "a",
            "header",
            "div",
            "img",
            "nav",
            "ul",
            "ol",
            "li",
            "main",
            "footer",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "section",
            "aside",
            "article",
            "dl",
            "dt",
            "dd",
            "span",
            "strong",
            "em",
            "time",
            "blockquote",
            "figure",
            "figcaption",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "form",
            "label",
            "input",
            "select",
            "option",
            "textarea",
            "button",
            "fieldset",
            "legend",
            "details",
            "summary",
            "mark",
            "ins",
            "del",
            "code",
            "pre",
            "br");

    @Inject
    World world;

    @Inject
    Staff staff;

    @Inject
    Gateway gateway;

    @Test
    void runsNowhere() {
        assertThat(PAYLOADS).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
        Hostile hostile = tell();
        Member member = staff.all();
        String platform = "/platforms/" + hostile.scene().platform().slug();
        String provision = "/provisions/" + hostile.scene().provisionId();
        String change = "/changes/" + hostile.scene().changeId();

        shows(platform, ALL);
        shows(platform + "/privacy-policy", ALL);
        shows("/versions/" + hostile.scene().versionId(2), ALL);
        shows(change, ALL);
        assertThat(lostWords(change)).containsAll(PAYLOADS);
        shows(change + "?view=inline", ALL);
        shows(provision, ALL);
        shows("/corrections", ALL);
        for (String path : List.of(
                "/",
                "/platforms",
                "/changes",
                "/changes?show=all",
                "/provisions",
                "/provision-types",
                "/provision-types/sale-of-personal-data",
                "/methodology",
                "/bot",
                "/compare?platform=%1$s&platform=%1$s"
                        .formatted(hostile.scene().platform().slug()))) {
            shows(path, "");
        }
        shows("/compare?type=%3Cscript%3Ealert(1)%3C/script%3E&platform=%22%3E%3Cscript%3E", "");
        shows(
                "/provisions?platform=" + hostile.scene().platform().slug() + "&type=%22%3E%3Csvg%20onload=alert(1)%3E",
                "");
        for (String path : List.of(
                "/ops/failures",
                "/ops/refusals",
                "/ops/refusals/" + hostile.refused(),
                "/ops/reviews/" + hostile.scene().provisionId(),
                "/ops/reviews/" + hostile.scene().changeId(),
                "/ops/sources",
                "/ops/deliveries",
                "/ops/alerts/" + hostile.scene().changeId(),
                "/ops/alerts",
                "/ops/subscribers/" + hostile.subscriber())) {
            harmless(
                    path,
                    member.browser().get(path),
                    path.contains("subscribers") || path.equals("/ops/alerts") ? "" : ALL);
        }
        for (String path : List.of(
                "/ops?done=%3Cscript%3E",
                "/ops/sources?show=%22%3E%3Cscript%3E",
                "/ops/dead-letters/list?topic=atlas.captures.gateway.dlq&failure=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/ops/audit")) {
            harmless(path, member.browser().get(path), "");
        }
        for (String path : List.of(
                "/ops/sign-in?refused=%3Cscript%3E",
                "/%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/platforms/%3Csvg%20onload=alert(1)%3E",
                "/changes?after=%3Cimg%20src=x%20onerror=alert(1)%3E")) {
            harmless(
                    path,
                    given().urlEncodingEnabled(false)
                            .header("Accept", Staff.BROWSER)
                            .get(path),
                    "");
        }
    }

    /** The words that a passage lost on its way to another document, as the page of its change shows them. */
    private static List<String> lostWords(String change) {
        Response answer = given().header("Accept", Staff.BROWSER).get(change);
        return Jsoup.parse(answer.asString()).select("section").stream()
                .filter(section -> section.select("h2").text().equals("Moved between documents"))
                .flatMap(section -> section.select("del").stream())
                .map(Element::wholeText)
                .toList();
    }

    private void shows(String path, String text) {
        Response answer = given().urlEncodingEnabled(false)
                .header("Accept", Staff.BROWSER)
                .get(path);
        if (!path.contains("%3C")) {
            answer.then().statusCode(200);
        }
        harmless(path, answer, text);
    }

    /** @param text must be readable on the page, as the characters that it is */
    private static void harmless(String path, Response answer, String text) {
        assertThat(answer.contentType()).as(path).startsWith("text/html");
        Document page = Jsoup.parse(answer.asString());
        if (!text.isEmpty()) {
            assertThat(page.wholeText().replaceAll("\\s+", " ")).as(path).contains(text.replaceAll("\\s+", " "));
        }
        for (Element element : page.getAllElements()) {
            String tag = element.normalName();
            if (tag.equals("#root")) {
                continue;
            }
            String where = path + ": "
                    + element.outerHtml()
                            .substring(0, Math.min(200, element.outerHtml().length()));
            if (tag.equals("script")) {
                assertThat(element.attr("src")).as(where).startsWith("/_static/htmx.org/");
                assertThat(element.data()).as(where).isEmpty();
                continue;
            }
            assertThat(HARMLESS).as(where).contains(tag);
            for (Attribute attribute : element.attributes()) {
                harmless(where, element, attribute);
            }
        }
    }

    private static void harmless(String where, Element element, Attribute attribute) {
        String name = attribute.getKey().toLowerCase(java.util.Locale.ROOT);
        assertThat(name).as(where).doesNotStartWith("on").isNotIn("style", "srcdoc", "formaction", "http-equiv");
        if (name.equals("data-name")) {
            // what a cell is called on a narrow screen: our own words, shown by the style sheet as text
            assertThat(attribute.getValue()).as(where).matches("[A-Za-z0-9 -]+");
        } else if (name.startsWith("hx-") || name.startsWith("data-")) {
            assertThat(element.id()).as(where).isEqualTo("live");
        }
        if (Set.of("href", "src", "action").contains(name)) {
            String value = attribute.getValue();
            boolean ours = value.startsWith("/") && !value.startsWith("//") || value.startsWith("#");
            boolean outside =
                    value.startsWith("https://") || value.startsWith("http://") || value.startsWith("mailto:");
            assertThat(ours || outside && !name.equals("src"))
                    .as(where + " " + value)
                    .isTrue();
        }
    }

    private record Hostile(Scene scene, UUID refused, String subscriber) {}

    private Hostile tell() {
        Scene plain = World.scene();
        PlatformRef platform =
                new PlatformRef(plain.platform().id(), plain.platform().slug(), "Name " + ALL);
        DocumentRef document = new DocumentRef(
                plain.document().id(),
                "privacy-policy",
                "Document " + ALL,
                "privacy-policy",
                plain.document().variant());
        Scene scene = new Scene(platform, document, plain.number());
        String text = "Privacy Policy\n" + ALL.replace('\n', ' ');
        VersionRecorded first = world.version(scene, 1, World.OLD_TEXT, DAY);
        VersionRecorded second = world.version(scene, 2, text, NEXT_DAY);
        ChangeDetected change = change(scene, first, second);
        CaptureRecorded refused = capture(scene);
        Map<String, Object> held = provision(scene, text);
        String subscriber = Gateway.asStaff()
                .body(Map.of("email", "x-" + UUID.randomUUID() + "@example.org", "plan", "watcher"))
                .post("/v1/subscribers")
                .path("id");
        world.send(
                new PlatformDeclared(UUID.randomUUID(), platform, ALL, ALL, "https://larkfield.example/", DAY),
                source(scene),
                first,
                world.assessed(scene, first, List.of()),
                second,
                change,
                assessed(scene, change, held),
                new TextRelocated(
                        UUID.randomUUID(),
                        platform,
                        document,
                        new RelocatedPassage(document.id(), scene.changeId(), scene.versionId(1), 15, 49),
                        List.of(new RelocatedPassage(document.id(), scene.changeId(), scene.versionId(2), 15, 49)),
                        0.8,
                        true,
                        PAYLOADS,
                        Origin.LIVE,
                        NEXT_DAY,
                        NEXT_DAY),
                refused,
                new CaptureRefused(
                        UUID.randomUUID(),
                        refused.captureId(),
                        platform,
                        document,
                        "error_page",
                        ALL,
                        refused.warc(),
                        Origin.LIVE,
                        DAY,
                        DAY),
                new ProvisionReviewed(
                        UUID.randomUUID(),
                        scene.provisionId(),
                        platform,
                        document,
                        ReviewVerdict.CORRECTED,
                        ALL,
                        null,
                        ALL,
                        ALL,
                        NEXT_DAY),
                new AssessmentReviewed(
                        UUID.randomUUID(),
                        scene.changeId(),
                        platform,
                        document,
                        ReviewVerdict.REJECTED,
                        null,
                        null,
                        null,
                        ALL,
                        ALL,
                        NEXT_DAY),
                new CaptureFailed(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        platform,
                        document,
                        1,
                        FailureKind.SERVER_ERROR,
                        "javascript:alert(1)//" + ALL,
                        503,
                        ALL,
                        3,
                        NEXT_DAY,
                        NEXT_DAY,
                        Origin.LIVE,
                        NEXT_DAY,
                        NEXT_DAY),
                new DeliveryAttempted(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.fromString(subscriber),
                        DeliveryChannel.WEBHOOK,
                        "<id> " + ALL,
                        scene.changeId(),
                        UUID.randomUUID(),
                        1,
                        AttemptOutcome.RETRYING,
                        500,
                        ALL,
                        12,
                        null,
                        NEXT_DAY,
                        NEXT_DAY),
                new NotificationWithheld(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        scene.changeId(),
                        DeliveryChannel.EMAIL,
                        null,
                        WithheldReason.FILTERED,
                        ALL,
                        NEXT_DAY));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).untilAsserted(() -> {
            given().get("/provisions/" + scene.provisionId()).then().statusCode(200);
            for (String table : List.of(
                    "refusal",
                    "capture where failure_kind is not null and",
                    "appearance",
                    "assessment",
                    "change",
                    "relocated_passage",
                    "review where kind = 'PROVISION' and",
                    "review where kind = 'ASSESSMENT' and")) {
                String sql = table.contains(" where ") ? table + " document_id" : table + " where document_id";
                assertThat(gateway.count("select count(*) from %s = '%s'".formatted(sql, document.id())))
                        .as(table)
                        .isPositive();
            }
            assertThat(gateway.count(
                            "select count(*) from delivery_attempt where change_id = '%s'".formatted(scene.changeId())))
                    .isPositive();
            assertThat(gateway.count(
                            "select count(*) from withheld where change_id = '%s'".formatted(scene.changeId())))
                    .isPositive();
        });
        plant("update platform set home_page = 'javascript:alert(1)' where id = '%s'".formatted(platform.id()));
        return new Hostile(scene, refused.captureId(), subscriber);
    }

    /** What our contracts keep out, as if it had come in all the same. */
    private void plant(String sql) {
        try {
            gateway.run(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SourceDeclared source(Scene scene) {
        return new SourceDeclared(
                UUID.randomUUID(),
                scene.platform(),
                scene.document(),
                1,
                List.of(new SourceLocation("https://larkfield.example/?q=%22%3E%3Cscript%3E", List.of(), List.of())),
                FetchMode.HTTP,
                Duration.ofHours(12),
                false,
                0,
                DAY);
    }

    private CaptureRecorded capture(Scene scene) {
        CaptureRecorded plain = world.capture(scene, DAY);
        return new CaptureRecorded(
                plain.eventId(),
                plain.captureId(),
                plain.platform(),
                plain.document(),
                1,
                List.of(new CapturedPart(
                        "javascript:alert(1)", "data:text/html," + ALL, 200, ALL, plain.contentHash(), 10)),
                plain.contentHash(),
                plain.warc(),
                Origin.LIVE,
                DAY,
                DAY);
    }

    private ChangeDetected change(Scene scene, VersionRecorded first, VersionRecorded second) {
        ObjectRef hunks = world.put(
                "changes",
                Map.of(
                        "hunks",
                        List.of(Map.of(
                                "kind", "EDITED",
                                "before", ALL,
                                "after", ALL,
                                "beforeSection", ALL,
                                "afterSection", ALL,
                                "words",
                                        List.of(
                                                Map.of("op", "EQUAL", "text", ALL),
                                                Map.of("op", "DELETE", "text", ALL),
                                                Map.of("op", "INSERT", "text", ALL)))),
                        "entries",
                        List.of(Map.of(
                                "kind",
                                "ADDED",
                                "heading",
                                ALL,
                                "header",
                                List.of(ALL),
                                "after",
                                Map.of("start", 0, "end", 1, "cells", List.of(Map.of("text", ALL)))))));
        return world.change(scene, scene.changeId(), first, second, hunks);
    }

    private ChangeAssessed assessed(Scene scene, ChangeDetected change, Map<String, Object> held) {
        ObjectRef judged = world.put(
                "assessments",
                Map.of(
                        "version", change.to().id(),
                        "change",
                                Map.of(
                                        "change", change.changeId(),
                                        "provisionChanges",
                                                List.of(Map.of(
                                                        "id", scene.provisionId(),
                                                        "type", "sale-of-personal-data",
                                                        "title", ALL,
                                                        "effect", "INTRODUCED",
                                                        "severity", "HIGH",
                                                        "direction", "NEGATIVE")),
                                        "blocks",
                                                List.of(Map.of("kind", "consumer_impact", "title", ALL, "text", ALL))),
                        "provisions", List.of(held)));
        return new ChangeAssessed(
                UUID.randomUUID(),
                change.changeId(),
                scene.platform(),
                scene.document(),
                change.from(),
                change.to(),
                change.changeClass(),
                change.counts(),
                true,
                Severity.HIGH,
                Direction.NEGATIVE,
                "Title " + ALL,
                "Summary " + ALL,
                List.of(ALL),
                List.of(new ProvisionChange(
                        scene.provisionId(),
                        "sale-of-personal-data",
                        ALL,
                        ProvisionEffect.INTRODUCED,
                        Severity.HIGH,
                        Direction.NEGATIVE)),
                1,
                List.of(new RegulationTag("gdpr", ALL, ALL, ALL)),
                change.effectiveDate(),
                change.publishedDate(),
                null,
                change.hunks(),
                judged,
                ALL,
                Origin.LIVE,
                change.observedAt(),
                change.recordedAt());
    }

    private static Map<String, Object> provision(Scene scene, String text) {
        String words = text.substring("Privacy Policy\n".length());
        Map<String, Object> quote = World.quote(text, words);
        Map<String, Object> provision = new HashMap<>();
        provision.put("id", scene.provisionId());
        provision.put("type", "sale-of-personal-data");
        provision.put("title", "Title " + ALL);
        provision.put("severity", "HIGH");
        provision.put("section", ALL);
        provision.put("quotes", List.of(quote));
        provision.put("factors", List.of(Map.of("name", ALL, "weight", 1, "says", ALL, "words", quote)));
        provision.put(
                "regulations",
                List.of(Map.of(
                        "regulation", "gdpr",
                        "name", ALL,
                        "article", ALL,
                        "heading", ALL,
                        "why", ALL,
                        "when", ALL,
                        "jurisdiction", ALL,
                        "authority", ALL)));
        Map<String, Object> record = new HashMap<>();
        for (String part :
                List.of("what", "why", "impact", "interpretiveNote", "severityReason", "optOut", "enforcement")) {
            record.put(part, ALL);
        }
        for (String list : List.of("choices", "agencies", "diligence")) {
            record.put(list, List.of(ALL));
        }
        provision.put("record", record);
        provision.put("evidence", List.of(Map.of("rule", ALL, "phrase", ALL, "words", quote)));
        provision.put("choice", Map.of("steps", List.of(quote), "deadlines", List.of(quote)));
        return provision;
    }
}
