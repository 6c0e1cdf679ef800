package io.conductatlas.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conductatlas.archive.Archive;
import io.conductatlas.archive.Sha256;
import io.conductatlas.delivery.EventWriter;
import io.conductatlas.delivery.OutgoingEvent;
import io.conductatlas.events.AtlasEvent;
import io.conductatlas.events.CaptureFailed;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CaptureRefused;
import io.conductatlas.events.CapturedPart;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.ChangeCounts;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.CheckRecorded;
import io.conductatlas.events.Direction;
import io.conductatlas.events.DocumentAssessed;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.FailureKind;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.Origin;
import io.conductatlas.events.PlatformDeclared;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.events.RegulationTag;
import io.conductatlas.events.Severity;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.SourceLocation;
import io.conductatlas.events.Variant;
import io.conductatlas.events.VariantRecognised;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.events.VersionRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other services as the gateway sees them: what they tell, and what they have put into the archive. */
@ApplicationScoped
class World {

    static final Instant DAY = Instant.parse("2026-03-02T12:00:00Z");
    static final String OLD_TEXT = "Privacy Policy\nWe keep your messages for 30 days.";
    static final String NEW_TEXT = "Privacy Policy\nWe keep your messages for 90 days and share them with advertisers.";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    private final String servers;
    private final Archive archive;

    World(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, Archive archive) {
        this.servers = servers;
        this.archive = archive;
    }

    /** A platform and a document that no other test knows. */
    static Scene scene() {
        int number = NUMBER.incrementAndGet();
        return new Scene(
                new PlatformRef(UUID.randomUUID(), "larkfield-" + number, "Larkfield " + number),
                new DocumentRef(
                        UUID.randomUUID(), "privacy-policy", "Privacy Policy", "privacy-policy", Variant.DEFAULT),
                number);
    }

    record Scene(PlatformRef platform, DocumentRef document, int number) {
        String versionId(int version) {
            return "CA-V-%06d".formatted(number * 10 + version);
        }

        String changeId() {
            return "CA-C-%06d".formatted(number);
        }

        String provisionId() {
            return "CA-P-%06d".formatted(number);
        }

        PlatformDeclared declared() {
            return new PlatformDeclared(
                    UUID.randomUUID(),
                    platform,
                    "Photos among friends.",
                    "Social network",
                    "https://larkfield.example/",
                    DAY);
        }

        SourceDeclared source() {
            return new SourceDeclared(
                    UUID.randomUUID(),
                    platform,
                    document,
                    1,
                    List.of(new SourceLocation("https://larkfield.example/privacy", List.of(), List.of())),
                    FetchMode.HTTP,
                    Duration.ofHours(12),
                    false,
                    0,
                    DAY);
        }

        CheckRecorded check(Instant at) {
            return new CheckRecorded(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    platform,
                    document,
                    1,
                    UUID.randomUUID(),
                    true,
                    "a".repeat(64),
                    Origin.LIVE,
                    at,
                    at);
        }

        CaptureFailed failure(Instant at, int streak) {
            return new CaptureFailed(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    platform,
                    document,
                    1,
                    FailureKind.SERVER_ERROR,
                    "https://larkfield.example/privacy",
                    503,
                    "answered 503",
                    streak,
                    at,
                    at.plusSeconds(3600),
                    Origin.LIVE,
                    at,
                    at);
        }
    }

    CaptureRecorded capture(Scene scene, Instant at) {
        String hash = Sha256.of(at.toString().getBytes(StandardCharsets.UTF_8));
        return new CaptureRecorded(
                UUID.randomUUID(),
                UUID.randomUUID(),
                scene.platform(),
                scene.document(),
                1,
                List.of(new CapturedPart("https://larkfield.example/privacy", null, 200, "text/html", hash, 10)),
                hash,
                new ObjectRef("captures/2026/03/" + hash + ".warc.gz", hash, 10),
                Origin.LIVE,
                at,
                at);
    }

    CaptureRefused refusal(Scene scene, CaptureRecorded capture) {
        return new CaptureRefused(
                UUID.randomUUID(),
                capture.captureId(),
                scene.platform(),
                scene.document(),
                "error_page",
                "says that the page was not found",
                capture.warc(),
                Origin.LIVE,
                capture.observedAt(),
                capture.recordedAt());
    }

    VariantRecognised turns(Scene scene, VersionRecorded one, VersionRecorded other, boolean flapping) {
        return new VariantRecognised(
                UUID.randomUUID(),
                scene.platform(),
                scene.document(),
                one.version(),
                other.version(),
                1,
                flapping,
                Origin.LIVE,
                other.observedAt(),
                other.recordedAt());
    }

    VersionRecorded version(Scene scene, int number, String text, Instant at) {
        return version(scene, number, text, at, false);
    }

    VersionRecorded version(Scene scene, int number, String text, Instant at, boolean returning) {
        String markdown = "# " + text;
        ObjectRef stored = archive.put("versions", markdown.getBytes(StandardCharsets.UTF_8), ".md");
        ObjectRef words = put(
                "versions",
                Map.of(
                        "markdown",
                        markdown,
                        "text",
                        text,
                        "sections",
                        List.of(Map.of(
                                "heading",
                                "Privacy Policy",
                                "level",
                                1,
                                "start",
                                0,
                                "end",
                                text.length(),
                                "path",
                                "Privacy Policy",
                                "anchor",
                                "privacy-policy")),
                        "sentences",
                        List.of(Map.of("start", 0, "end", 14, "section", 0, "kind", "HEADING"))));
        VersionRef ref =
                new VersionRef(scene.versionId(number), number, stored.sha256(), stored, words, UUID.randomUUID(), at);
        return new VersionRecorded(
                UUID.randomUUID(),
                scene.platform(),
                scene.document(),
                ref,
                UUID.randomUUID(),
                number == 1 && !returning,
                returning,
                12,
                2,
                1,
                LocalDate.parse("2026-05-01"),
                LocalDate.parse("2026-03-01"),
                Origin.LIVE,
                at,
                at);
    }

    ChangeDetected change(Scene scene, VersionRecorded from, VersionRecorded to) {
        return change(scene, scene.changeId(), from, to);
    }

    ChangeDetected change(Scene scene, String id, VersionRecorded from, VersionRecorded to) {
        return change(scene, id, from, to, hunks());
    }

    ChangeDetected change(Scene scene, String id, VersionRecorded from, VersionRecorded to, ObjectRef hunks) {
        return new ChangeDetected(
                UUID.randomUUID(),
                id,
                scene.platform(),
                scene.document(),
                from.version(),
                to.version(),
                ChangeClass.SUBSTANTIVE,
                new ChangeCounts(0, 0, 1, 0, 6, 1),
                0.8,
                hunks,
                LocalDate.parse("2026-05-01"),
                LocalDate.parse("2026-03-01"),
                null,
                Origin.LIVE,
                to.observedAt(),
                to.recordedAt());
    }

    DocumentAssessed assessed(Scene scene, VersionRecorded version, List<Object> provisions) {
        return new DocumentAssessed(
                UUID.randomUUID(),
                scene.platform(),
                scene.document(),
                version.version(),
                provisions.size(),
                provisions.size(),
                0,
                0,
                put("assessments", Map.of("version", version.version().id(), "provisions", provisions)),
                "catalogue-1",
                Origin.LIVE,
                version.observedAt(),
                version.recordedAt());
    }

    ChangeAssessed assessed(Scene scene, ChangeDetected change, List<Object> provisions) {
        ProvisionChange touched = new ProvisionChange(
                scene.provisionId(),
                "third-party-advertising",
                "Third-party advertising",
                ProvisionEffect.INTRODUCED,
                Severity.HIGH,
                Direction.NEGATIVE);
        Map<String, Object> judged = Map.of(
                "change", change.changeId(),
                "provisionChanges",
                        List.of(Map.of(
                                "id", scene.provisionId(),
                                "type", "third-party-advertising",
                                "title", "Third-party advertising",
                                "effect", "INTRODUCED",
                                "severity", "HIGH",
                                "direction", "NEGATIVE")),
                "blocks",
                        List.of(
                                Map.of(
                                        "kind", "consumer_impact",
                                        "title", "What it means",
                                        "text", "Advertisers receive messages."),
                                Map.of(
                                        "kind", "key_clauses",
                                        "title", "Key clauses",
                                        "text", "Third-party advertising: see the words."),
                                Map.of(
                                        "kind", "disclaimer",
                                        "title", "About this record",
                                        "text", "It is no legal determination.")));
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
                scene.platform().name() + ": advertising sharing added to the Privacy Policy",
                "The document now states that messages are shared with advertisers.",
                List.of("advertising-sharing"),
                List.of(touched),
                1,
                List.of(new RegulationTag("gdpr", "GDPR", "Art. 13(1)(e)", "Recipients are to be named.")),
                change.effectiveDate(),
                change.publishedDate(),
                null,
                change.hunks(),
                put("assessments", Map.of("version", change.to().id(), "change", judged, "provisions", provisions)),
                "catalogue-1",
                Origin.LIVE,
                change.observedAt(),
                change.recordedAt());
    }

    /** A provision as the classifier writes it into the archive. */
    static Object provision(String id, String type, String text, String words) {
        return Map.of(
                "id",
                id,
                "type",
                type,
                "title",
                "Third-party advertising",
                "severity",
                "HIGH",
                "section",
                "Privacy Policy",
                "quotes",
                List.of(quote(text, words)),
                "factors",
                List.of(Map.of("name", "no-opt-out", "weight", 1, "says", "No way out is stated.")),
                "regulations",
                List.of(Map.of(
                        "regulation", "gdpr",
                        "name", "GDPR",
                        "article", "Art. 13(1)(e)",
                        "why", "Recipients are to be named.")));
    }

    /** Words of a text as the classifier quotes them. */
    static Map<String, Object> quote(String text, String words) {
        int start = text.indexOf(words);
        return Map.of("start", start, "end", start + words.length(), "text", words);
    }

    void send(AtlasEvent... events) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (AtlasEvent event : events) {
                OutgoingEvent outgoing = new EventWriter("test").write(event);
                ProducerRecord<String, byte[]> record =
                        new ProducerRecord<>(outgoing.topic(), outgoing.key(), outgoing.value());
                outgoing.headers()
                        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
                producer.send(record).get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectRef hunks() {
        return put(
                "changes",
                Map.of(
                        "hunks",
                        List.of(Map.of(
                                "kind",
                                "EDITED",
                                "beforeStart",
                                15,
                                "beforeEnd",
                                49,
                                "afterStart",
                                15,
                                "afterEnd",
                                81,
                                "before",
                                "We keep your messages for 30 days.",
                                "after",
                                "We keep your messages for 90 days and share them with advertisers.",
                                "beforeSection",
                                "Privacy Policy",
                                "afterSection",
                                "Privacy Policy",
                                "words",
                                List.of(
                                        Map.of("op", "EQUAL", "text", "We keep your messages for "),
                                        Map.of("op", "DELETE", "text", "30 days."),
                                        Map.of(
                                                "op", "INSERT",
                                                "text", "90 days and share them with advertisers.")))),
                        "entries",
                        List.of(Map.of(
                                "kind",
                                "ADDED",
                                "heading",
                                "Recipients",
                                "header",
                                List.of("Company", "Country"),
                                "after",
                                Map.of("start", 82, "end", 95, "cells", List.of(cell("Mill", 82), cell("Malta", 89))),
                                "turns",
                                List.of()))));
    }

    private static Map<String, Object> cell(String text, int start) {
        return Map.of("text", text, "start", start, "end", start + text.length());
    }

    ObjectRef put(String prefix, Object json) {
        try {
            return archive.put(prefix, JSON.writeValueAsBytes(json), ".json");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
