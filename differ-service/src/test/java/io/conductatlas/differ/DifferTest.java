package io.conductatlas.differ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CaptureRefused;
import io.conductatlas.events.CaptureReviewed;
import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.CheckRecorded;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.EffectiveDateChanged;
import io.conductatlas.events.Origin;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.events.SourceFilter;
import io.conductatlas.events.TextRelocated;
import io.conductatlas.events.Topic;
import io.conductatlas.events.Variant;
import io.conductatlas.events.VariantRecognised;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.events.VersionRef;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a capture to what is told of it, on real servers. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "differ"))
class DifferTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String KEPT =
            "We keep what you give us for as long as your account exists, and we tell nobody about it. ".repeat(6);
    private static final String A = "<h1>Privacy Policy</h1><p>Effective 1 May 2026.</p><p>" + KEPT + "</p>";
    private static final String B = A.replace("tell nobody about it", "share it with advertisers");

    @Inject
    World world;

    @Inject
    AgroalDataSource database;

    private PlatformRef platform;
    private DocumentRef document;

    @BeforeEach
    void declareASource() {
        platform = World.aPlatform();
        document = World.aDocument();
        world.declare(platform, document);
    }

    @Test
    void recordsAFirstTextAsAVersionWithItsSentencesInTheArchive() throws Exception {
        capture(A, 0);

        VersionRecorded recorded = awaitTold(VersionRecorded.class, 1).get(0);
        assertThat(recorded.first()).isTrue();
        assertThat(recorded.version().id()).matches("CA-V-\\d{6}");
        assertThat(recorded.version().number()).isEqualTo(1);
        assertThat(recorded.effectiveDate()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(recorded.observedAt()).isEqualTo(World.DAY);
        assertThat(world.read(recorded.version().markdown()))
                .startsWith("Privacy Policy\n=====")
                .doesNotContain("Menu");
        JsonNode text =
                new ObjectMapper().readTree(world.read(recorded.version().text()));
        JsonNode sentence = text.at("/sentences/1");
        assertThat(text.path("text")
                        .asText()
                        .substring(
                                sentence.path("start").asInt(),
                                sentence.path("end").asInt()))
                .isEqualTo("Effective 1 May 2026.");
    }

    @Test
    void tellsAChangeWithItsHunks() throws Exception {
        capture(A, 0);
        capture(B, 1);

        ChangeDetected change = awaitTold(ChangeDetected.class, 1).get(0);
        assertThat(change.changeId()).matches("CA-C-\\d{6}");
        assertThat(change.changeClass()).isEqualTo(ChangeClass.SUBSTANTIVE);
        assertThat(change.from().number()).isEqualTo(1);
        assertThat(change.to().number()).isEqualTo(2);
        JsonNode hunks = new ObjectMapper().readTree(world.read(change.hunks())).path("hunks");
        assertThat(hunks).isNotEmpty();
        assertThat(hunks.at("/0/kind").asText()).isEqualTo("EDITED");
        assertThat(hunks.at("/0/after").asText()).contains("share it with advertisers");
    }

    @Test
    void storesTheEntriesOfTablesThatCameAndWentWithTheChange() throws Exception {
        String table = "<h2>Sub-processors</h2><table><tr><th>Company<th>Country<tr><td>Alder<td>Spain%s</table>";
        capture(A + table.formatted("<tr><td>Fen<td>Italy"), 0);
        capture(A + table.formatted("<tr><td>Mill<td>Malta"), 1);

        ChangeDetected change = awaitTold(ChangeDetected.class, 1).get(0);
        JsonNode entries =
                new ObjectMapper().readTree(world.read(change.hunks())).path("entries");
        assertThat(entries.findValuesAsText("kind")).containsExactly("ADDED", "REMOVED");
        assertThat(entries.at("/0/heading").asText()).isEqualTo("Sub-processors");
        assertThat(entries.at("/0/header/1").asText()).isEqualTo("Country");
        JsonNode cell = entries.at("/0/after/cells/0");
        assertThat(new ObjectMapper()
                        .readTree(world.read(change.to().text()))
                        .path("text")
                        .asText()
                        .substring(cell.path("start").asInt(), cell.path("end").asInt()))
                .isEqualTo("Mill")
                .isEqualTo(cell.path("text").asText());
    }

    @Test
    void readsAPageThroughTheFiltersOfItsSource() throws Exception {
        document = World.aDocument();
        world.declare(platform, document, List.of(new SourceFilter("removeQueryParams", List.of("session"))));

        capture(A + "<p><a href='/more?session=17&page=2'>More</a></p>", 0);

        VersionRecorded recorded = awaitTold(VersionRecorded.class, 1).get(0);
        assertThat(world.read(recorded.version().markdown())).contains("[More](https://larkfield.example/more?page=2)");
    }

    @Test
    void refusesAPageWhoseSourceNamesAFilterThatIsNotBuiltIn() {
        document = World.aDocument();
        world.declare(platform, document, List.of(new SourceFilter("rewriteEverything", List.of())));

        capture(A, 0);

        CaptureRefused refused = awaitTold(CaptureRefused.class, 1).get(0);
        assertThat(refused.reason()).isEqualTo("invalid_selector");
        assertThat(refused.detail()).isEqualTo("no filter is named rewriteEverything");
    }

    @Test
    void tellsNothingOfOtherBytesWithTheSameText() throws Exception {
        capture(A, 0);
        capture("<!-- 17 --><div id=x91>" + A + "</div>", 1);
        capture(B, 2);

        awaitTold(ChangeDetected.class, 1);
        assertThat(world.told(document, VersionRecorded.class)).hasSize(2);
        assertThat(count("select count(*) from version where document_id = '" + document.id() + "'"))
                .isEqualTo(2);
    }

    @Test
    void aRedeliveryChangesNothing() throws Exception {
        CaptureRecorded first = world.html(platform, document, A, World.DAY);
        world.send(first);
        world.send(first);
        capture(B, 1);

        awaitTold(ChangeDetected.class, 1);
        assertThat(world.told(document, VersionRecorded.class)).hasSize(2);
        assertThat(count("select count(*) from appearance where document_id = '" + document.id() + "'"))
                .isEqualTo(2);
    }

    @Test
    void aTextThatComesBackIsTheSameVersionAndAVariantToldOnce() throws Exception {
        capture(A, 0);
        capture(B, 1);
        capture(A, 2);
        capture(B, 3);
        capture(A, 4);

        List<ChangeDetected> changes = awaitTold(ChangeDetected.class, 4);
        List<VersionRecorded> versions = awaitTold(VersionRecorded.class, 5);
        assertThat(changes)
                .extracting(ChangeDetected::changeClass)
                .containsExactly(
                        ChangeClass.SUBSTANTIVE, ChangeClass.VARIANT, ChangeClass.VARIANT, ChangeClass.VARIANT);
        assertThat(versions).extracting(recorded -> recorded.version().number()).containsExactly(1, 2, 1, 2, 1);
        assertThat(versions).extracting(VersionRecorded::returning).containsExactly(false, false, true, true, true);
        assertThat(world.told(document, VariantRecognised.class))
                .singleElement()
                .satisfies(told -> assertThat(told.flapping()).isTrue());
    }

    @Test
    void aTextThatComesBackAfterDaysDoesNotFlap() throws Exception {
        capture(A, 0);
        capture(B, 1);
        capture(A, 1 + 25);

        assertThat(awaitTold(VariantRecognised.class, 1).get(0).flapping()).isFalse();
    }

    @Test
    void tellsThatTheEffectiveDateMoved() throws Exception {
        capture(A, 0);
        capture(A.replace("1 May 2026", "1 July 2026"), 1);

        EffectiveDateChanged moved = awaitTold(EffectiveDateChanged.class, 1).get(0);
        assertThat(moved.before()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(moved.after()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(awaitTold(ChangeDetected.class, 1).get(0).changeClass()).isEqualTo(ChangeClass.DATE_OR_NUMBER);
    }

    @Test
    void refusesAnErrorPageAndLetsItInWhenStaffSaySo() throws Exception {
        capture(A, 0);
        CaptureRecorded error = world.html(
                platform,
                document,
                "<h2>This page isn't available</h2><p>Try again later.</p>",
                World.DAY.plusSeconds(60));
        world.send(error);

        CaptureRefused refused = awaitTold(CaptureRefused.class, 1).get(0);
        assertThat(refused.reason()).isEqualTo("error_page");
        assertThat(refused.captureId()).isEqualTo(error.captureId());
        assertThat(world.told(document, VersionRecorded.class)).hasSize(1);

        world.send(new CaptureReviewed(
                UUID.randomUUID(),
                error.captureId(),
                platform,
                document,
                ReviewVerdict.ACCEPTED,
                "staff",
                "they really say only this",
                World.DAY));

        assertThat(awaitTold(VersionRecorded.class, 2).get(1).captureId()).isEqualTo(error.captureId());
    }

    @Test
    void letsACollapseInThatStaysForThreeDays() throws Exception {
        capture("<h1>Privacy Policy</h1><p>Effective 1 May 2026.</p><p>" + KEPT.repeat(3) + "</p>", 0);
        CaptureRecorded rest = world.html(
                platform,
                document,
                "<h1>Privacy Policy</h1><p>" + KEPT.substring(0, KEPT.length() / 2) + "</p>",
                World.DAY.plus(Duration.ofHours(1)));
        world.send(rest);
        assertThat(awaitTold(CaptureRefused.class, 1).get(0).reason()).isEqualTo("collapse");

        for (int day : List.of(1, 2, 4)) {
            world.send(new CheckRecorded(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    platform,
                    document,
                    1,
                    rest.captureId(),
                    false,
                    rest.contentHash(),
                    Origin.LIVE,
                    World.DAY.plus(Duration.ofDays(day)),
                    World.DAY.plus(Duration.ofDays(day))));
        }

        assertThat(awaitTold(VersionRecorded.class, 2).get(1).captureId()).isEqualTo(rest.captureId());
    }

    @Test
    void takesArchivedMarkdownAsItIsWithItsOwnTimes() throws Exception {
        Instant then = Instant.parse("2023-04-05T06:07:08Z");
        world.send(world.capture(
                platform,
                document,
                "text/markdown; charset=utf-8",
                "Terms\n=====\n\n" + KEPT + "\n",
                then,
                Origin.BACKFILL));

        VersionRecorded recorded = awaitTold(VersionRecorded.class, 1).get(0);
        assertThat(recorded.origin()).isEqualTo(Origin.BACKFILL);
        assertThat(recorded.observedAt()).isEqualTo(then);
        assertThat(world.read(recorded.version().markdown())).isEqualTo("Terms\n=====\n\n" + KEPT.strip());
    }

    @Test
    void leavesNothingBehindWhenWhatItTellsCannotBeWritten() throws Exception {
        execute("alter table outbox add constraint refuse_one check (record_key <> '" + platform.id() + "')");
        CaptureRecorded capture = world.html(platform, document, A, World.DAY);
        try {
            world.send(capture);

            await().atMost(PATIENCE).until(() -> deadLetters(capture.eventId()) == 1);
        } finally {
            execute("alter table outbox drop constraint refuse_one");
        }
        assertThat(count("select count(*) from version where document_id = '" + document.id() + "'"))
                .isZero();
        assertThat(count("select count(*) from document where id = '" + document.id() + "'"))
                .isZero();
        assertThat(count("select count(*) from inbox where event_id = '" + capture.eventId() + "'"))
                .isZero();
    }

    @Test
    void putsPoisonToTheDeadLettersAndGoesOn() throws Exception {
        UUID id = UUID.randomUUID();
        String key = platform.id().toString();
        byte[] poison = {1, 2, 3};
        world.send(
                Topic.CAPTURES.topicName(), key, key, Map.of("ce_specversion", "1.0", "ce_id", id.toString()), poison);
        capture(A, 0);

        awaitTold(VersionRecorded.class, 1);
        await().atMost(PATIENCE).until(() -> deadLetters(id) == 1);
    }

    @Test
    void changesOfSiblingsOnOneDayShareAGroup() throws Exception {
        DocumentRef sibling = new DocumentRef(UUID.randomUUID(), "terms", "Terms", "terms-of-service", Variant.DEFAULT);
        world.declare(platform, sibling);
        capture(A, 0);
        capture(B, 1);
        awaitTold(ChangeDetected.class, 1);
        world.send(world.html(platform, sibling, A, World.DAY));
        world.send(world.html(platform, sibling, B, World.DAY.plusSeconds(7200)));

        await().atMost(PATIENCE)
                .until(() -> !world.told(sibling, ChangeDetected.class).isEmpty());
        assertThat(world.told(sibling, ChangeDetected.class).get(0).groupId()).isNotNull();
        assertThat(count("select count(distinct group_id) from change where platform_id = '" + platform.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void aPassageThatMovesToAnotherDocumentIsToldBeforeTheChangeThatShowsIt() throws Exception {
        DocumentRef terms = new DocumentRef(UUID.randomUUID(), "terms", "Terms", "terms-of-service", Variant.DEFAULT);
        world.declare(platform, terms);
        String ours = "<h1>Privacy Policy</h1><p>" + KEPT + "</p>";
        String theirs = "<h1>Terms</h1><p>"
                + "You may use the service if you are old enough and keep to these terms. ".repeat(6)
                + "</p><p>We may end an account that breaks them, after a warning and a week to answer it.</p>";
        String passage =
                "<h2>Training</h2><p>We never use your drafts or your notes to train our models, and no supplier may do so on our"
                        + " behalf. A model that learns from what you write would sooner or later repeat it to somebody else, and that is why we"
                        + " decided against it when the company was founded.</p><p>If we ever want to change this, we ask each member by letter,"
                        + " and whoever does not answer within sixty days has said no to it for good.</p>";
        String weaker =
                passage.replace("never use", "do not use").replace(" and no supplier may do so on our behalf", "");
        capture(ours + passage, 0);
        world.send(world.html(platform, terms, theirs, World.DAY));
        capture(ours + "<p>Write to us if you have a question about this policy.</p>", 1);
        world.send(world.html(platform, terms, theirs + weaker, World.DAY.plusSeconds(7200)));

        await().atMost(PATIENCE)
                .until(() -> !world.told(terms, ChangeDetected.class).isEmpty());
        TextRelocated moved = world.told(terms, TextRelocated.class).get(0);
        ChangeDetected left = world.told(document, ChangeDetected.class).get(0);
        ChangeDetected came = world.told(terms, ChangeDetected.class).get(0);
        assertThat(moved.from().changeId()).isEqualTo(left.changeId());
        assertThat(moved.from().versionId()).isEqualTo(left.from().id());
        assertThat(moved.to()).singleElement().satisfies(place -> {
            assertThat(place.changeId()).isEqualTo(came.changeId());
            assertThat(place.versionId()).isEqualTo(came.to().id());
            assertThat(text(came.to()).substring(place.start(), place.end()))
                    .startsWith("We do not use your drafts")
                    .endsWith("for good.");
        });
        assertThat(text(left.from())
                        .substring(moved.from().start(), moved.from().end()))
                .startsWith("We never use your drafts");
        assertThat(moved.weakened()).isTrue();
        assertThat(String.join(" ", moved.wordsLost())).contains("never", "no supplier may do so on our behalf");
    }

    @Test
    void aNewClauseInOneOfTwoVariantsIsComparedWithThatVariant() throws Exception {
        String europe = A.replace("for as long as your account exists", "for two years");
        String clause = "<p>We also use your photographs to train a model that recognises faces.</p>";
        capture(A, 0);
        capture(europe, 1);
        capture(A, 2);
        capture(europe + clause, 3);

        List<ChangeDetected> changes = awaitTold(ChangeDetected.class, 3);
        assertThat(changes.get(1).changeClass()).isEqualTo(ChangeClass.VARIANT);
        assertThat(changes.get(2).changeClass()).isEqualTo(ChangeClass.SUBSTANTIVE);
        assertThat(changes.get(2).from().number()).isEqualTo(2);
        assertThat(changes.get(2).counts().edited()).isZero();
        assertThat(changes.get(2).counts().inserted()).isEqualTo(1);
    }

    @Test
    void aTextThatDiffersFromAnEarlierOneInItsLinksAloneIsNoRewrite() throws Exception {
        String linked = "<p>Read <a href=\"https://example.org/%s\">how to write to us</a> about this.</p>";
        capture(A + linked.formatted("one"), 0);
        capture(A + linked.formatted("two"), 1);

        assertThat(awaitTold(ChangeDetected.class, 1).get(0).changeClass()).isEqualTo(ChangeClass.LINK_OR_IMAGE);
    }

    private String text(VersionRef version) throws Exception {
        return new ObjectMapper()
                .readTree(world.read(version.text()))
                .path("text")
                .asText();
    }

    private void capture(String main, int hour) {
        world.send(world.html(platform, document, main, World.DAY.plus(Duration.ofHours(hour))));
    }

    private <T extends io.conductatlas.events.ChangeEvent> List<T> awaitTold(Class<T> type, int count) {
        await().atMost(PATIENCE).until(() -> world.told(document, type).size() >= count);
        assertThat(world.told(document, type)).hasSize(count);
        return world.told(document, type);
    }

    private long deadLetters(UUID id) {
        return world.all(Topic.CAPTURES.deadLetterTopic("differ")).stream()
                .filter(record -> record.headers().lastHeader("ce_id") != null
                        && new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)
                                .equals(id.toString()))
                .count();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
