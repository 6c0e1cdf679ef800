package io.conductatlas.gateway;

import static io.conductatlas.gateway.World.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.gateway.World.Scene;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Platforms beside each other and over time, on pages and over the API. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ComparisonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String TYPE = "third-party-advertising-and-analytics";

    @Inject
    World world;

    @Test
    void theApiListsTheTypesWithHowCommonTheyAre() {
        Scene scene = tell(DAY);

        Gateway.asStaff()
                .get("/v1/provision-types")
                .then()
                .statusCode(200)
                .body("catalogue_version", notNullValue())
                .body("items.size()", greaterThan(60))
                .body("items.slug", hasItem(TYPE))
                .body("items.find { it.slug == '%s' }.adoption.platforms".formatted(TYPE), greaterThan(0))
                .body("items.adoption.of", everyItem(greaterThan(0)));
        int with = Gateway.asStaff()
                .get("/v1/provision-types/" + TYPE)
                .then()
                .statusCode(200)
                .body("type.group", notNullValue())
                .body("why", notNullValue())
                .body("regulations.when", everyItem(notNullValue()))
                .extract()
                .path("type.adoption.platforms");
        Gateway.asStaff().get("/v1/provisions/" + scene.provisionId()).then().body("adoption.platforms", equalTo(with));
        assertThat(page("/provision-types/" + TYPE).text()).contains("%d of ".formatted(with));
        Gateway.asStaff().get("/v1/provision-types/no-such-type").then().statusCode(404);
    }

    @Test
    void theApiComparesTwoToFourPlatforms() {
        Scene one = tell(DAY);
        Scene other = tell(DAY);
        String both = "platform=%s&platform=%s"
                .formatted(one.platform().slug(), other.platform().slug());

        Gateway.asStaff()
                .get("/v1/comparison?type=" + TYPE + "&" + both)
                .then()
                .statusCode(200)
                .body("type", equalTo(TYPE))
                .body("impact", notNullValue())
                .body("adoption.of", greaterThan(1))
                .body(
                        "platforms.platform.slug",
                        contains(one.platform().slug(), other.platform().slug()))
                .body("platforms[0].provisions.id", contains(one.provisionId()))
                .body("platforms[0].provisions[0].opt_out", equalTo(false))
                .body("platforms[0].provisions[0].quote", equalTo("share them with advertisers"))
                .body("platforms[1].provisions[0].last_change_at", notNullValue());
        Gateway.asStaff()
                .get("/v1/comparison?" + both)
                .then()
                .statusCode(200)
                .body("platforms[1].provisions.id", contains(other.provisionId()));
        Gateway.asStaff()
                .get("/v1/comparison?type=mandatory-arbitration&" + both)
                .then()
                .body("platforms[0].provisions", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/comparison",
                "/v1/comparison?platform=a",
                "/v1/comparison?platform=a&platform=a",
                "/v1/comparison?platform=a&platform=b&platform=c&platform=d&platform=e",
                "/v1/platforms/x/drift?months=0",
                "/v1/platforms/x/drift?months=121"
            })
    void theApiSaysWhatItCannotCompare(String path) {
        Gateway.asStaff().get(path).then().statusCode(400).contentType(Gateway.PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/comparison?platform=no-such-a&platform=no-such-b",
                "/v1/platforms/no-such-a/drift",
                "/v1/platforms/no-such-a/facts"
            })
    void whatIsNotUnderWatchIsNotFound(String path) {
        Gateway.asStaff().get(path).then().statusCode(404).contentType(Gateway.PROBLEM);
        given().get(path).then().statusCode(401);
    }

    @Test
    void aPlatformsQuickFactsAreOnItsPageAndOverTheApi() {
        Scene scene = tell(DAY);

        Gateway.asStaff()
                .get("/v1/platforms/%s/facts".formatted(scene.platform().slug()))
                .then()
                .statusCode(200)
                .body(
                        "items.key",
                        contains(
                                "arbitration",
                                "class-action-waiver",
                                "ai-training",
                                "sale-or-advertising",
                                "retention"))
                .body("items.answer", hasItem("NOT_DETECTED"))
                .body("items.find { it.key == 'sale-or-advertising' }.answer", equalTo("STATED"))
                .body("items.find { it.key == 'sale-or-advertising' }.provision", equalTo(scene.provisionId()));
        Document page = page("/platforms/" + scene.platform().slug());
        assertThat(page.text()).contains("Arbitration Not detected", "Class actions Not detected", "Retention period");
        assertThat(page.select(".facts a[href=/provisions/%s]".formatted(scene.provisionId())))
                .hasSize(1);
    }

    @Test
    void aPlatformsDriftIsOnItsPageAndOverTheApi() {
        Instant recently = Instant.now().minus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS);
        Scene scene = tell(recently);
        String slug = scene.platform().slug();

        Gateway.asStaff()
                .get("/v1/platforms/%s/drift?months=3".formatted(slug))
                .then()
                .statusCode(200)
                .body("verdict", equalTo("ERODING"))
                .body("changes", equalTo(1))
                .body("negative", equalTo(1))
                .body("negative_percent", equalTo(100))
                .body("high", equalTo(1))
                .body("documents[0].name", equalTo("Privacy Policy"))
                .body("labels.name", contains("advertising-sharing"))
                .body("recorded.id", contains(scene.changeId()));
        Document page = page("/drift/" + slug);
        assertThat(page.select("h1").text()).contains(scene.platform().name());
        assertThat(page.text())
                .contains("Eroding", "Negative for people 1 100 %", "Advertising sharing", scene.changeId());
        assertThat(page("/platforms/" + slug).select("a[href=/drift/%s]".formatted(slug)))
                .hasSize(1);
        given().get("/drift/no-such-platform").then().statusCode(404);
    }

    @Test
    void driftLooksBackNoFurtherThanAskedFor() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(200)).truncatedTo(ChronoUnit.SECONDS);
        Scene scene = tell(longAgo);
        String drift =
                "/v1/platforms/%s/drift?months=".formatted(scene.platform().slug());

        Gateway.asStaff().get(drift + 3).then().body("changes", equalTo(0)).body("verdict", equalTo("NOT_WATCHED"));
        Gateway.asStaff().get(drift + 12).then().body("changes", equalTo(1));
        assertThat(page("/drift/%s?months=3".formatted(scene.platform().slug())).text())
                .contains("Not watched", "nothing can be said", "No change of more than low severity");
    }

    /** A change seen at a time that introduces one provision on advertising. */
    private Scene tell(Instant at) {
        Scene scene = World.scene();
        VersionRecorded first = world.version(scene, 1, World.OLD_TEXT, at.minus(Duration.ofDays(1)));
        VersionRecorded second = world.version(scene, 2, World.NEW_TEXT, at);
        ChangeDetected change = world.change(scene, first, second);
        Object held = World.provision(scene.provisionId(), TYPE, World.NEW_TEXT, "share them with advertisers");
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

    private static Document page(String path) {
        Response answer = given().header("Accept", Staff.BROWSER).get(path);
        answer.then().statusCode(200).contentType("text/html");
        return Jsoup.parse(answer.asString());
    }
}
