package io.conductatlas.classifier;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.archive.Archive;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DocumentDiffer;
import io.conductatlas.documents.markdown.MarkdownReader;
import io.conductatlas.documents.tables.DiffWithEntries;
import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.ChangeCounts;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.Origin;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.RelocatedPassage;
import io.conductatlas.events.TextRelocated;
import io.conductatlas.events.Variant;
import io.conductatlas.events.VersionRecorded;
import io.conductatlas.events.VersionRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An invented document whose versions lie in the archive as the differ puts them there. */
final class Agreement {

    static final String POLICY = """
            # Larkfield Privacy Policy

            ## How we share information

            We share personal data with service providers that host our systems. We do not sell your personal information.

            ## Your choices

            You may request that we delete your personal data.
            """;

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger NUMBERS = new AtomicInteger((int) (System.nanoTime() % 100_000) + 100_000);

    private final Archive archive;
    final PlatformRef platform;
    final DocumentRef document;
    private int number;

    Agreement(Archive archive) {
        this(
                archive,
                new PlatformRef(UUID.randomUUID(), "larkfield", "Larkfield"),
                new DocumentRef(
                        UUID.randomUUID(), "privacy-policy", "Privacy Policy", "privacy-policy", Variant.DEFAULT));
    }

    private Agreement(Archive archive, PlatformRef platform, DocumentRef document) {
        this.archive = archive;
        this.platform = platform;
        this.document = document;
    }

    /** The same platform's terms. */
    Agreement terms() {
        return new Agreement(
                archive,
                platform,
                new DocumentRef(
                        UUID.randomUUID(),
                        "terms-of-service",
                        "Terms of Service",
                        "terms-of-service",
                        Variant.DEFAULT));
    }

    /** That words went from one text to another, seen with the change of this document. */
    TextRelocated relocated(RelocatedPassage from, RelocatedPassage to, String... wordsLost) {
        return new TextRelocated(
                UUID.randomUUID(),
                platform,
                document,
                from,
                List.of(to),
                0.9,
                wordsLost.length > 0,
                List.of(wordsLost),
                Origin.LIVE,
                NOON,
                NOON);
    }

    /** Where words stand in a version that a change is about. */
    RelocatedPassage passage(ChangeDetected change, VersionRef version, String markdown, String words) {
        int start = new MarkdownReader().read(markdown).text().indexOf(words);
        return new RelocatedPassage(document.id(), change.changeId(), version.id(), start, start + words.length());
    }

    VersionRef version(String markdown) {
        AgreementText text = new MarkdownReader().read(markdown);
        ObjectRef md = archive.put("versions", markdown.getBytes(StandardCharsets.UTF_8), ".md");
        ObjectRef json = put(
                "versions", Map.of("text", text.text(), "sections", text.sections(), "sentences", text.sentences()));
        return new VersionRef(
                "CA-V-%06d".formatted(NUMBERS.incrementAndGet()),
                ++number,
                text.hash(),
                md,
                json,
                UUID.randomUUID(),
                NOON.plusSeconds(number));
    }

    VersionRecorded first(VersionRef version) {
        return new VersionRecorded(
                UUID.randomUUID(),
                platform,
                document,
                version,
                UUID.randomUUID(),
                true,
                false,
                10,
                4,
                2,
                null,
                null,
                Origin.LIVE,
                NOON,
                NOON);
    }

    ChangeDetected change(VersionRef from, String before, VersionRef to, String after) {
        AgreementText old = new MarkdownReader().read(before);
        AgreementText fresh = new MarkdownReader().read(after);
        Diff diff = new DocumentDiffer().diff(old, fresh);
        return new ChangeDetected(
                UUID.randomUUID(),
                "CA-C-%06d".formatted(NUMBERS.incrementAndGet()),
                platform,
                document,
                from,
                to,
                ChangeClass.valueOf(diff.changeClass().name()),
                new ChangeCounts(
                        diff.counts().inserted(),
                        diff.counts().deleted(),
                        diff.counts().edited(),
                        diff.counts().moved(),
                        diff.counts().wordsAdded(),
                        diff.counts().wordsRemoved()),
                diff.significance(),
                put("changes", DiffWithEntries.of(diff, old, fresh)),
                LocalDate.of(2026, 4, 1),
                null,
                null,
                Origin.BACKFILL,
                NOON,
                NOON);
    }

    private ObjectRef put(String prefix, Object object) {
        try {
            return archive.put(prefix, JSON.writeValueAsBytes(object), ".json");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
