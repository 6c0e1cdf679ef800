package io.conductatlas.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.events.AssessmentEvent;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.ChangeCounts;
import io.conductatlas.events.Direction;
import io.conductatlas.events.DocumentAssessed;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.Origin;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.events.Severity;
import io.conductatlas.events.Variant;
import io.conductatlas.events.VersionRef;
import io.conductatlas.gateway.readmodel.ChoiceView;
import io.conductatlas.gateway.readmodel.QuoteView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What assessments leave of provisions, in whatever order and however often they come. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class AssessmentRowsTest {

    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final ObjectRef OBJECT = new ObjectRef("assessments/one.json", "a".repeat(64), 10);

    private final PlatformRef platform = new PlatformRef(UUID.randomUUID(), "ferry-" + UUID.randomUUID(), "Ferry");
    private final DocumentRef document =
            new DocumentRef(UUID.randomUUID(), "terms", "Terms", "terms-of-service", Variant.DEFAULT);
    private final String name = "CA-P-" + (document.id().getMostSignificantBits() >>> 1);

    @Inject
    Projection projection;

    @Inject
    AgroalDataSource database;

    @Test
    void writesEachOfManyProvisionsWithItsOwnWords() throws Throwable {
        List<HeldProvision> many =
                IntStream.range(0, 400).mapToObj(i -> held(i, "words " + i)).toList();

        assessed(1, many);

        assertThat(rows("id, quotes -> 0 ->> 'text'"))
                .hasSize(400)
                .contains(id(0) + " words 0", id(57) + " words 57", id(399) + " words 399");
    }

    @Test
    void keepsWhatIsGoneAndTakesBackWhatReturns() throws Throwable {
        assessed(1, List.of(held(1, "a"), held(2, "b")));
        assessed(2, List.of(held(2, "b")));
        List<String> without = rows("id, present, first_version, last_version");
        assessed(3, List.of(held(1, "a again"), held(2, "b")));

        assertThat(without)
                .containsExactly(
                        id(1) + " f %1$s %1$s".formatted(version(1)),
                        id(2) + " t %s %s".formatted(version(1), version(2)));
        assertThat(rows("id, present, first_version, last_version, quotes -> 0 ->> 'text'"))
                .containsExactly(
                        id(1) + " t %s %s a again".formatted(version(1), version(3)),
                        id(2) + " t %s %s b".formatted(version(1), version(3)));
    }

    @Test
    void anEarlierVersionThatIsAssessedLaterOnlySaysSinceWhen() throws Throwable {
        assessed(2, List.of(held(1, "new words"), held(2, "b")));

        assessed(1, List.of(held(1, "old words")));

        assertThat(rows("id, present, first_version, last_version, quotes -> 0 ->> 'text'"))
                .containsExactly(
                        id(1) + " t %s %s new words".formatted(version(1), version(2)),
                        id(2) + " t %1$s %1$s b".formatted(version(2)));
    }

    @Test
    void anAssessmentThatComesAgainLeavesEverythingAsItIs() throws Throwable {
        AssessmentEvent event = event(1, 1);
        commit(event, List.of(held(1, "a"), held(2, "b")));
        assessed(2, List.of(held(2, "c")));
        List<String> before = rows("*");

        commit(event, List.of(held(1, "a"), held(2, "b")));

        assertThat(rows("*")).isEqualTo(before);
    }

    @Test
    void aVersionReadAgainReplacesWhatWasReadBefore() throws Throwable {
        assessed(1, List.of(held(1, "a"), held(2, "b")));

        assessed(1, List.of(held(2, "b, read better"), held(3, "c")));

        assertThat(rows("id, present, quotes -> 0 ->> 'text'"))
                .containsExactly(id(1) + " f a", id(2) + " t b, read better", id(3) + " t c");
    }

    @Test
    void ofOneThatIsNamedTwiceTheLastCounts() throws Throwable {
        ProvisionChange first = change(1, Severity.LOW);
        ProvisionChange last = change(1, Severity.HIGH);

        commit(changed(2, List.of(first, change(2, Severity.LOW), last)), List.of(held(1, "a"), held(1, "b")));

        assertThat(rows("id, quotes -> 0 ->> 'text'")).containsExactly(id(1) + " b");
        assertThat(query("select provision_id || ' ' || severity from provision_event where change_id = '%s' order by 1"
                        .formatted(changeId())))
                .containsExactly(id(1) + " HIGH", id(2) + " LOW");
    }

    private void assessed(int number, List<HeldProvision> provisions) throws Throwable {
        commit(event(number, provisions.size()), provisions);
    }

    private void commit(AssessmentEvent event, List<HeldProvision> provisions) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> projection.commit(event, provisions));
    }

    private DocumentAssessed event(int number, int provisions) {
        return new DocumentAssessed(
                UUID.randomUUID(),
                platform,
                document,
                versionRef(number),
                provisions,
                provisions,
                0,
                0,
                OBJECT,
                "catalogue-1",
                Origin.LIVE,
                observed(number),
                observed(number));
    }

    private ChangeAssessed changed(int number, List<ProvisionChange> changes) {
        return new ChangeAssessed(
                UUID.randomUUID(),
                changeId(),
                platform,
                document,
                versionRef(number - 1),
                versionRef(number),
                ChangeClass.SUBSTANTIVE,
                new ChangeCounts(0, 0, 1, 0, 6, 1),
                true,
                Severity.HIGH,
                Direction.NEGATIVE,
                "Ferry: clauses added to the Terms",
                "The document now states more.",
                List.of(),
                changes,
                changes.size(),
                List.of(),
                null,
                null,
                null,
                OBJECT,
                OBJECT,
                "catalogue-1",
                Origin.LIVE,
                observed(number),
                observed(number));
    }

    private ProvisionChange change(int number, Severity severity) {
        return new ProvisionChange(
                id(number), "class-waiver", "Class waiver", ProvisionEffect.REWORDED, severity, Direction.NEGATIVE);
    }

    private VersionRef versionRef(int number) {
        return new VersionRef(
                version(number), number, "b".repeat(64), OBJECT, OBJECT, UUID.randomUUID(), observed(number));
    }

    private HeldProvision held(int number, String words) {
        return new HeldProvision(
                id(number),
                "class-waiver",
                "Class waiver",
                Polarity.STATED,
                Severity.HIGH,
                0.9,
                List.of(new QuoteView(0, words.length(), words, "Disputes")),
                List.of(),
                List.of(),
                List.of(),
                new ChoiceView(List.of(), List.of()),
                null);
    }

    private String id(int number) {
        return name + "%03d".formatted(number);
    }

    private String changeId() {
        return name.replace("CA-P-", "CA-C-");
    }

    private String version(int number) {
        return name.replace("CA-P-", "CA-V-") + number;
    }

    private static Instant observed(int number) {
        return DAY.plus(Duration.ofDays(number));
    }

    private List<String> rows(String columns) throws SQLException {
        return query("select %s from provision where document_id = '%s' order by id".formatted(columns, document.id()));
    }

    /** Each row's columns with spaces between. */
    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            String[] columns = new String[result.getMetaData().getColumnCount()];
            while (result.next()) {
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = String.valueOf(result.getString(i + 1));
                }
                rows.add(String.join(" ", Arrays.asList(columns)));
            }
        }
        return rows;
    }
}
