package io.conductatlas.classifier;

import static io.conductatlas.classifier.Agreement.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.archive.Archive;
import io.conductatlas.delivery.EventReader;
import io.conductatlas.delivery.EventWriter;
import io.conductatlas.delivery.OutgoingEvent;
import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.events.AssessmentReviewed;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.Direction;
import io.conductatlas.events.DocumentAssessed;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.Origin;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.events.ProvisionReviewed;
import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.events.Severity;
import io.conductatlas.events.Topic;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.events.VersionRef;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The classifier on real servers: from versions and changes on the topic to assessments on the next. */
@QuarkusTest
@WithTestResource(
        value = StackTestResource.class,
        initArgs = @ResourceArg(name = StackTestResource.DATABASE, value = "classifier"))
class ClassifierTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ADVERTISING = POLICY.replace(
            "host our systems.", "host our systems. We share your device identifiers with advertising partners.");

    private static final String SHARING = "We share personal data with service providers that host our systems. ";
    private static final String TERMS =
            "# Larkfield Terms\n\nThese words are about larks, their fields and how to walk there.\n\n";

    @Inject
    Archive archive;

    @Inject
    DataSource database;

    @Inject
    EventReader reader;

    private Broker broker;
    private Agreement agreement;

    @BeforeEach
    void connect() {
        broker = new Broker();
        agreement = new Agreement(archive);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void namesTheProvisionsOfAFirstVersion() {
        VersionRef version = agreement.version(POLICY);

        broker.send(agreement.first(version));

        DocumentAssessed assessed = (DocumentAssessed) await(1).get(0);
        assertThat(assessed.version()).isEqualTo(version);
        assertThat(assessed.origin()).isEqualTo(Origin.LIVE);
        assertThat(assessed.provisions()).isEqualTo(3);
        JsonNode object = object(assessed.assessment());
        String text = object(version.text()).path("text").asText();
        assertThat(object.path("provisions")).hasSize(3).allSatisfy(provision -> {
            assertThat(provision.path("id").asText()).matches("CA-P-\\d{6,}");
            for (JsonNode quote : provision.path("quotes")) {
                assertThat(text.substring(
                                quote.path("start").asInt(), quote.path("end").asInt()))
                        .isEqualTo(quote.path("text").asText());
            }
        });
        assertThat(archive.get(new ObjectRef(
                        object.path("catalogue").path("key").asText(),
                        object.path("catalogue").path("sha256").asText(),
                        object.path("catalogue").path("size").asLong())))
                .isNotEmpty();
        assertThat(count("select count(*) from provision where document_id = ?", agreement.document.id()))
                .isEqualTo(3);
        assertThat(count("select count(*) from provision_reservation")).isZero();
    }

    @Test
    void saysWhatAChangeMeansAndKeepsTheNamesOfWhatStays() {
        VersionRef first = agreement.version(POLICY);
        VersionRef second = agreement.version(ADVERTISING);
        broker.send(agreement.first(first));

        broker.send(agreement.change(first, POLICY, second, ADVERTISING));

        List<AtlasEvent> told = await(2);
        ChangeAssessed assessed = (ChangeAssessed) told.get(1);
        assertThat(assessed.title())
                .isEqualTo(
                        "Larkfield: language on how personal data reach advertising or analytics partners added to the Privacy Policy");
        assertThat(assessed.alerting()).isTrue();
        assertThat(assessed.origin()).isEqualTo(Origin.BACKFILL);
        assertThat(assessed.direction()).isEqualTo(Direction.NEGATIVE);
        assertThat(assessed.regulations()).isNotEmpty();
        assertThat(assessed.provisionChanges()).singleElement().satisfies(change -> {
            assertThat(change.effect()).isEqualTo(ProvisionEffect.INTRODUCED);
            assertThat(change.type()).isEqualTo("third-party-advertising-and-analytics");
        });
        List<String> before = ids(((DocumentAssessed) told.get(0)).assessment());
        List<String> after = ids(assessed.assessment());
        assertThat(after).hasSize(4).containsAll(before);
        assertThat(object(assessed.assessment()).path("change").path("blocks").findValuesAsText("kind"))
                .contains("event_summary", "consumer_impact", "available_actions", "compliance_board");
    }

    @Test
    void tellsTheEntriesThatTheDifferFound() {
        String list = POLICY + "\n## Sub-processors\n\n| Company | Country |\n| --- | --- |\n| Alder | Spain |\n";
        String longer = list + "| Mill | Malta |\n";
        VersionRef first = agreement.version(list);
        VersionRef second = agreement.version(longer);
        broker.send(agreement.first(first));

        broker.send(agreement.change(first, list, second, longer));

        ChangeAssessed assessed = (ChangeAssessed) await(2).get(1);
        assertThat(assessed.summary()).contains("1 entry was added to a table or list under “Sub-processors”: “Mill”.");
    }

    @Test
    void givesWhatComesBackItsOldName() {
        String without = POLICY.replace(" We do not sell your personal information.", "");
        VersionRef first = agreement.version(POLICY);
        VersionRef second = agreement.version(without);
        VersionRef third = agreement.version(POLICY + "\n## More\n\nWe like larks.\n");
        broker.send(agreement.first(first));
        broker.send(agreement.change(first, POLICY, second, without));

        broker.send(agreement.change(second, without, third, POLICY + "\n## More\n\nWe like larks.\n"));

        List<AtlasEvent> told = await(3);
        assertThat(((ChangeAssessed) told.get(1)).severity()).isEqualTo(Severity.HIGH);
        assertThat(ids(((ChangeAssessed) told.get(2)).assessment()))
                .containsExactlyElementsOf(ids(((DocumentAssessed) told.get(0)).assessment()));
    }

    @Test
    void keepsTheNameOfAProvisionThatGoesToAnotherDocument() {
        Agreement terms = agreement.terms();
        String less = POLICY.replace(SHARING, "");
        VersionRef policyThen = agreement.version(POLICY);
        VersionRef policyNow = agreement.version(less);
        VersionRef termsThen = terms.version(TERMS);
        VersionRef termsNow = terms.version(TERMS + SHARING);
        ChangeDetected went = agreement.change(policyThen, POLICY, policyNow, less);
        ChangeDetected came = terms.change(termsThen, TERMS, termsNow, TERMS + SHARING);
        broker.send(agreement.first(policyThen));
        broker.send(terms.first(termsThen));
        broker.send(went);

        broker.send(terms.relocated(
                agreement.passage(went, policyThen, POLICY, SHARING.strip()),
                terms.passage(came, termsNow, TERMS + SHARING, SHARING.strip()),
                "under contract"));
        broker.send(came);
        broker.send(agreement.change(policyNow, less, agreement.version(POLICY), POLICY));

        List<AtlasEvent> told = await(5);
        String id = ((ChangeAssessed) told.get(2)).provisionChanges().get(0).provisionId();
        ChangeAssessed arrival = (ChangeAssessed) told.get(3);
        assertThat(arrival.title())
                .isEqualTo(
                        "Larkfield: language on how personal data reach service providers moved into the Terms of Service");
        assertThat(arrival.provisionChanges()).singleElement().satisfies(change -> {
            assertThat(change.provisionId()).isEqualTo(id);
            assertThat(change.effect()).isEqualTo(ProvisionEffect.RELOCATED);
        });
        assertThat(object(arrival.assessment()).path("change").path("blocks").toString())
                .contains(
                        "stood in the privacy policy until now and stands here since; on the way it lost “under contract”.");
        assertThat(ids(arrival.assessment())).contains(id);
        assertThat(count(
                        "select count(*) from provision where id = '" + id + "' and document_id = ?",
                        terms.document.id()))
                .isEqualTo(1);
        // should the words come back to where they were, they are others: the old ones live on elsewhere
        assertThat(ids(((ChangeAssessed) told.get(4)).assessment())).hasSize(3).doesNotContain(id);
    }

    @Test
    void tellsOfAProvisionThatTheOtherDocumentAlreadyHasThatItWentThere() {
        Agreement terms = agreement.terms();
        String less = POLICY.replace(SHARING, "");
        VersionRef policyThen = agreement.version(POLICY);
        VersionRef policyNow = agreement.version(less);
        VersionRef termsThen = terms.version(TERMS);
        VersionRef termsNow = terms.version(TERMS + SHARING);
        ChangeDetected came = terms.change(termsThen, TERMS, termsNow, TERMS + SHARING);
        ChangeDetected went = agreement.change(policyThen, POLICY, policyNow, less);
        broker.send(agreement.first(policyThen));
        broker.send(terms.first(termsThen));
        broker.send(came);

        broker.send(agreement.relocated(
                agreement.passage(went, policyThen, POLICY, SHARING.strip()),
                terms.passage(came, termsNow, TERMS + SHARING, SHARING.strip())));
        broker.send(went);

        ChangeAssessed departure = (ChangeAssessed) await(4).get(3);
        assertThat(departure.title())
                .isEqualTo(
                        "Larkfield: language on how personal data reach service providers moved out of the Privacy Policy");
        assertThat(departure.provisionChanges())
                .singleElement()
                .satisfies(change -> assertThat(change.effect()).isEqualTo(ProvisionEffect.RELOCATED));
        assertThat(departure.direction()).isEqualTo(Direction.NEUTRAL);
        assertThat(object(departure.assessment()).path("change").path("blocks").toString())
                .contains("stands in the terms of service now, saying the same.");
    }

    @Test
    void doesNothingTwice() {
        VersionRef first = agreement.version(POLICY);
        VersionRef second = agreement.version(ADVERTISING);
        VersionRecorded recorded = agreement.first(first);
        ChangeDetected change = agreement.change(first, POLICY, second, ADVERTISING);
        broker.send(recorded);
        broker.send(change);
        await(2);

        broker.send(recorded);
        broker.send(change);
        broker.send(agreement.change(second, ADVERTISING, agreement.version(POLICY), POLICY));

        assertThat(await(3)).hasSize(3);
        assertThat(count("select count(*) from provision where document_id = ?", agreement.document.id()))
                .isEqualTo(4);
    }

    @Test
    void leavesNoTraceWhenTheEventCannotBeTold() {
        VersionRef version = agreement.version(POLICY);
        VersionRecorded recorded = agreement.first(version);
        execute("alter table outbox add constraint told_by_nobody check (record_key <> '%s')"
                .formatted(agreement.platform.id()));

        try {
            RecordMetadata sent = broker.send(recorded);

            awaitDeadLetter(Topic.CHANGES, sent);
        } finally {
            execute("alter table outbox drop constraint told_by_nobody");
        }
        assertThat(count("select count(*) from provision where document_id = ?", agreement.document.id()))
                .isZero();
        assertThat(count("select count(*) from assessment where document_id = ?", agreement.document.id()))
                .isZero();
        assertThat(count("select count(*) from inbox where event_id = ?", recorded.eventId()))
                .isZero();
    }

    @Test
    void takesTheSameIdsAndWritesTheSameBytesWhenItIsTriedAgain() {
        VersionRef version = agreement.version(POLICY);
        VersionRecorded recorded = agreement.first(version);
        execute("alter table outbox add constraint told_by_nobody check (record_key <> '%s')"
                .formatted(agreement.platform.id()));
        RecordMetadata sent = broker.send(recorded);
        awaitDeadLetter(Topic.CHANGES, sent);
        long reserved = count("select min(number) from provision_reservation where event_id = ?", recorded.eventId());
        execute("alter table outbox drop constraint told_by_nobody");

        broker.send(recorded);

        DocumentAssessed assessed = (DocumentAssessed) await(1).get(0);
        assertThat(ids(assessed.assessment())).contains("CA-P-%06d".formatted(reserved));
    }

    @Test
    void putsPoisonAndTheImpossibleAsideAndGoesOn() {
        VersionRef version = agreement.version(POLICY);
        VersionRecorded good = agreement.first(version);
        Agreement lost = new Agreement(archive);
        VersionRef there = lost.version(POLICY);
        ObjectRef nowhere = new ObjectRef("versions/" + "0".repeat(64) + ".json", "0".repeat(64), 1);
        VersionRecorded impossible = lost.first(new VersionRef(
                there.id(), 1, there.textHash(), there.markdown(), nowhere, there.appearanceId(), there.observedAt()));
        OutgoingEvent outgoing = new EventWriter("test").write(good);

        RecordMetadata poison =
                broker.send(outgoing.topic(), outgoing.key(), outgoing.headers(), new byte[] {(byte) 0xff, '{'});
        RecordMetadata unreadable = broker.send(impossible);
        broker.send(good);

        await(1);
        awaitDeadLetter(Topic.CHANGES, poison);
        awaitDeadLetter(Topic.CHANGES, unreadable);
        assertThat(count("select count(*) from provision where document_id = ?", lost.document.id()))
                .isZero();
    }

    @Test
    void takesWhatStaffDecidedIntoEffectAtOnceAndForEveryFurtherReading() {
        VersionRef first = agreement.version(POLICY);
        VersionRef second = agreement.version(ADVERTISING);
        broker.send(agreement.first(first));
        DocumentAssessed assessed = (DocumentAssessed) await(1).get(0);
        List<String> ids = ids(assessed.assessment());

        broker.send(review(ids.get(0), ReviewVerdict.REJECTED, null, null));
        broker.send(review(ids.get(2), ReviewVerdict.CORRECTED, null, Severity.HIGH));
        DocumentAssessed again = (DocumentAssessed) await(3).get(2);
        broker.send(agreement.change(first, POLICY, second, ADVERTISING));

        assertThat(again.origin()).isEqualTo(Origin.REPLAY);
        assertThat(again.version()).isEqualTo(first);
        assertThat(ids(again.assessment())).containsExactly(ids.get(1), ids.get(2));
        assertThat(again.high()).isEqualTo(1);
        ChangeAssessed changed = (ChangeAssessed) await(4).get(3);
        assertThat(ids(changed.assessment())).doesNotContain(ids.get(0)).contains(ids.get(2));
        assertThat(object(changed.assessment()).path("provisions")).anySatisfy(provision -> {
            assertThat(provision.path("id").asText()).isEqualTo(ids.get(2));
            assertThat(provision.path("severity").asText()).isEqualTo("HIGH");
        });
        assertThat(count("select count(*) from review where subject_id in (?, ?)", ids.get(0), ids.get(2)))
                .isEqualTo(2);
    }

    @Test
    void showsAProvisionAsTheTypeThatStaffGaveIt() {
        broker.send(agreement.first(agreement.version(POLICY)));
        String id = ids(((DocumentAssessed) await(1).get(0)).assessment()).get(2);

        broker.send(review(id, ReviewVerdict.CORRECTED, "access-and-portability", null));

        JsonNode provision = provision(((DocumentAssessed) await(2).get(1)).assessment(), id);
        assertThat(provision.path("type").asText()).isEqualTo("access-and-portability");
        assertThat(provision.path("title").asText()).isEqualTo("Access and portability");
        assertThat(provision.path("regulations").findValuesAsText("article")).contains("Art. 15");
    }

    @Test
    void tellsAChangeAgainAsStaffCorrectedIt() {
        VersionRef first = agreement.version(POLICY);
        VersionRef second = agreement.version(ADVERTISING);
        broker.send(agreement.first(first));
        ChangeDetected change = agreement.change(first, POLICY, second, ADVERTISING);
        broker.send(change);
        ChangeAssessed told = (ChangeAssessed) await(2).get(1);

        broker.send(assessmentReview(change.changeId(), ReviewVerdict.CORRECTED, Severity.LOW, "The clause is new."));
        broker.send(assessmentReview(change.changeId(), ReviewVerdict.REJECTED, null, null));

        List<AtlasEvent> all = await(4);
        ChangeAssessed corrected = (ChangeAssessed) all.get(2);
        assertThat(corrected.origin()).isEqualTo(Origin.REPLAY);
        assertThat(corrected.severity()).isEqualTo(Severity.LOW);
        assertThat(corrected.summary()).isEqualTo("The clause is new.");
        assertThat(corrected.direction()).isEqualTo(told.direction());
        assertThat(corrected.assessment()).isEqualTo(told.assessment());
        ChangeAssessed rejected = (ChangeAssessed) all.get(3);
        assertThat(rejected.alerting()).isFalse();
        assertThat(rejected.summary()).isEqualTo(told.summary());
    }

    @Test
    void readsOnceMoreUnderANewCatalogueAndTellsNoChange() {
        VersionRef version = agreement.version(POLICY);
        broker.send(agreement.first(version));
        DocumentAssessed assessed = (DocumentAssessed) await(1).get(0);

        execute("update document set catalogue_version = '1999.01+0' where id = '%s'"
                .formatted(agreement.document.id()));

        DocumentAssessed again = (DocumentAssessed) await(2).get(1);
        assertThat(again.origin()).isEqualTo(Origin.REPLAY);
        assertThat(again.version()).isEqualTo(version);
        assertThat(again.catalogueVersion()).isEqualTo(assessed.catalogueVersion());
        assertThat(again.assessment()).isEqualTo(assessed.assessment());
        assertThat(ids(again.assessment())).isEqualTo(ids(assessed.assessment()));
    }

    @Test
    void documentsThatCannotBeReadDoNotKeepOthersFromTheirTurn() {
        VersionRef version = agreement.version(POLICY);
        broker.send(agreement.first(version));
        await(1);
        UUID good = agreement.document.id();

        for (int i = 0; i < 45; i++) {
            execute(("insert into document (id, platform_id, revision, catalogue_version, version_id, last_appearance)"
                            + " select cast('00000000-0000-0000-0000-%012d' as uuid), platform_id, 0, '1999.01+0',"
                            + " version_id, replace(last_appearance, '%s', '%s')"
                            + " from document where id = '%s'")
                    .formatted(i + 1, version.text().sha256(), "0".repeat(64), good));
        }
        execute("update document set catalogue_version = '1999.01+0' where id = '%s'".formatted(good));

        assertThat(((DocumentAssessed) await(2).get(1)).version()).isEqualTo(version);
        assertThat(count("select count(*) from document where catalogue_version = '1999.01+0'"))
                .isEqualTo(45);
        execute("delete from document where catalogue_version = '1999.01+0'");
    }

    @Test
    void neverShowsADenialAsWhatItDenies() {
        broker.send(agreement.first(agreement.version(POLICY)));

        DocumentAssessed assessed = (DocumentAssessed) await(1).get(0);

        assertThat(object(assessed.assessment()).path("provisions"))
                .filteredOn(provision -> provision.path("polarity").asText().equals("DENIED"))
                .singleElement()
                .satisfies(provision -> {
                    assertThat(provision.path("title").asText()).isEqualTo("Statement that personal data are not sold");
                    assertThat(provision.path("severity").asText()).isEqualTo("LOW");
                    assertThat(provision.path("record").path("what").asText())
                            .isEqualTo("A statement that personal data are not sold.");
                });
    }

    private JsonNode provision(ObjectRef assessment, String id) {
        for (JsonNode provision : object(assessment).path("provisions")) {
            if (provision.path("id").asText().equals(id)) {
                return provision;
            }
        }
        throw new AssertionError("no provision " + id);
    }

    private AssessmentReviewed assessmentReview(
            String changeId,
            ReviewVerdict verdict,
            @org.jspecify.annotations.Nullable Severity severity,
            @org.jspecify.annotations.Nullable String summary) {
        return new AssessmentReviewed(
                UUID.randomUUID(),
                changeId,
                agreement.platform,
                agreement.document,
                verdict,
                severity,
                null,
                summary,
                "reviewer",
                "read again",
                Instant.parse("2026-03-03T12:00:00Z"));
    }

    private ProvisionReviewed review(
            String id,
            ReviewVerdict verdict,
            @org.jspecify.annotations.Nullable String type,
            @org.jspecify.annotations.Nullable Severity severity) {
        return new ProvisionReviewed(
                UUID.randomUUID(),
                id,
                agreement.platform,
                agreement.document,
                verdict,
                type,
                severity,
                "reviewer",
                "read again",
                Instant.parse("2026-03-03T12:00:00Z"));
    }

    private List<AtlasEvent> await(int count) {
        return org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> broker.assessments(agreement.platform, reader), told -> told.size() >= count);
    }

    private void awaitDeadLetter(Topic topic, RecordMetadata of) {
        org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> broker.all(topic.deadLetterTopic("classifier")).stream()
                        .anyMatch(letter ->
                                header(letter, "dead-letter-partition").equals("" + of.partition())
                                        && header(letter, "dead-letter-offset").equals("" + of.offset())));
    }

    private static String header(org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<String> ids(ObjectRef assessment) {
        return object(assessment).path("provisions").findValuesAsText("id");
    }

    private JsonNode object(ObjectRef ref) {
        try {
            return JsonMapper.builder().build().readTree(archive.get(ref));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
