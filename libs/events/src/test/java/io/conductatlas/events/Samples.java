package io.conductatlas.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** One event of each type about invented platforms, for tests. */
final class Samples {

    private static final Instant SERVED = Instant.parse("2026-03-02T06:00:04Z");
    private static final Instant STORED = Instant.parse("2026-03-02T06:00:05.123Z");
    private static final PlatformRef PLATFORM =
            new PlatformRef(UUID.fromString("01958f10-0000-7000-8000-000000000001"), "larkfield", "Larkfield");
    private static final DocumentRef DOCUMENT = new DocumentRef(
            UUID.fromString("01958f10-0000-7000-8000-000000000002"),
            "privacy-policy",
            "Privacy Policy",
            "privacy-policy",
            Variant.DEFAULT);
    private static final UUID SUBSCRIBER = UUID.fromString("01958f10-0000-7000-8000-000000000003");
    private static final Sealed SEALED = new Sealed("k3y1d", "bm9uY2Vub25jZTEy", "Y2lwaGVydGV4dA==");
    private static final PlanTerms WATCHER = new PlanTerms("watcher", "Watcher", 10, true, true, false, false);

    private Samples() {}

    static List<AtlasEvent> all() {
        UUID captureId = uuid(20);
        ObjectRef warc = object("captures/2026/03/", 'a', ".warc.gz");
        return List.of(
                new PlatformDeclared(
                        uuid(1),
                        PLATFORM,
                        "A place to share field notes.",
                        "Social",
                        "https://larkfield.example/",
                        STORED),
                new SourceDeclared(
                        uuid(2),
                        PLATFORM,
                        DOCUMENT,
                        3,
                        List.of(new SourceLocation(
                                "https://larkfield.example/privacy",
                                List.of(Selector.css("main")),
                                List.of(
                                        Selector.css("nav"),
                                        new Selector(null, "#cookies", null, null, "#cookies-end")),
                                List.of(new SourceFilter("removeQueryParams", List.of("session"))))),
                        FetchMode.HTTP,
                        Duration.ofHours(12),
                        false,
                        1,
                        STORED),
                new SourceRetired(uuid(3), PLATFORM, DOCUMENT, 4, "the service was closed", STORED),
                new CaptureRecorded(
                        uuid(4),
                        captureId,
                        PLATFORM,
                        DOCUMENT,
                        3,
                        List.of(new CapturedPart(
                                "https://larkfield.example/privacy",
                                "https://larkfield.example/legal/privacy",
                                200,
                                "text/html; charset=utf-8",
                                hash('b'),
                                48_213)),
                        hash('c'),
                        warc,
                        Origin.LIVE,
                        SERVED,
                        STORED),
                new CheckRecorded(
                        uuid(5),
                        uuid(21),
                        PLATFORM,
                        DOCUMENT,
                        3,
                        captureId,
                        true,
                        hash('c'),
                        Origin.LIVE,
                        SERVED,
                        STORED),
                new CaptureFailed(
                        uuid(6),
                        uuid(22),
                        PLATFORM,
                        DOCUMENT,
                        3,
                        FailureKind.SERVER_ERROR,
                        "https://larkfield.example/privacy",
                        503,
                        "the server answered 503",
                        2,
                        Instant.parse("2026-03-01T18:00:00Z"),
                        Instant.parse("2026-03-02T06:30:00Z"),
                        Origin.LIVE,
                        SERVED,
                        STORED),
                new CaptureRecovered(
                        uuid(7),
                        captureId,
                        PLATFORM,
                        DOCUMENT,
                        2,
                        Instant.parse("2026-03-01T18:00:00Z"),
                        Origin.LIVE,
                        SERVED,
                        STORED),
                new VersionRecorded(
                        uuid(8),
                        PLATFORM,
                        DOCUMENT,
                        version(2, 'e', 31),
                        captureId,
                        false,
                        false,
                        1_204,
                        61,
                        12,
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 3, 1),
                        Origin.LIVE,
                        SERVED,
                        STORED),
                new ChangeDetected(
                        uuid(9),
                        "CA-C-000007",
                        PLATFORM,
                        DOCUMENT,
                        version(1, 'd', 30),
                        version(2, 'e', 31),
                        ChangeClass.SUBSTANTIVE,
                        new ChangeCounts(1, 0, 2, 0, 54, 9),
                        0.82,
                        object("changes/", 'f', ".json"),
                        LocalDate.of(2026, 4, 1),
                        null,
                        null,
                        Origin.LIVE,
                        SERVED,
                        STORED),
                new CaptureRefused(
                        uuid(10),
                        uuid(23),
                        PLATFORM,
                        DOCUMENT,
                        "error_page",
                        "the page says that it is not available",
                        warc,
                        Origin.LIVE,
                        SERVED,
                        STORED),
                new VariantRecognised(
                        uuid(11),
                        PLATFORM,
                        DOCUMENT,
                        version(1, 'd', 30),
                        version(2, 'e', 31),
                        2,
                        true,
                        Origin.LIVE,
                        SERVED,
                        STORED),
                new TextRelocated(
                        uuid(19),
                        PLATFORM,
                        DOCUMENT,
                        new RelocatedPassage(DOCUMENT.id(), "CA-C-000009", "CA-V-000001", 120, 480),
                        List.of(new RelocatedPassage(uuid(3), "CA-C-000008", "CA-V-000004", 900, 1180)),
                        0.86,
                        true,
                        List.of("and never", "with your consent"),
                        Origin.LIVE,
                        SERVED,
                        STORED),
                new EffectiveDateChanged(
                        uuid(12),
                        "CA-C-000008",
                        PLATFORM,
                        DOCUMENT,
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 5, 1),
                        Origin.LIVE,
                        SERVED,
                        STORED),
                new DocumentAssessed(
                        uuid(13),
                        PLATFORM,
                        DOCUMENT,
                        version(1, 'd', 30),
                        14,
                        3,
                        6,
                        5,
                        object("assessments/", '1', ".json"),
                        "catalogue-1",
                        Origin.BACKFILL,
                        SERVED,
                        STORED),
                new ChangeAssessed(
                        uuid(14),
                        "CA-C-000007",
                        PLATFORM,
                        DOCUMENT,
                        version(1, 'd', 30),
                        version(2, 'e', 31),
                        ChangeClass.SUBSTANTIVE,
                        new ChangeCounts(1, 0, 2, 0, 54, 9),
                        true,
                        Severity.HIGH,
                        Direction.NEGATIVE,
                        "Larkfield: sharing with advertisers added to the Privacy Policy",
                        "The updated Privacy Policy added language that permits sharing of identifiers with advertisers.",
                        List.of("advertising-use-expansion"),
                        List.of(new ProvisionChange(
                                "CA-P-000041",
                                "third-party-advertising",
                                "Third-party advertising and analytics",
                                ProvisionEffect.INTRODUCED,
                                Severity.HIGH,
                                Direction.NEGATIVE)),
                        1,
                        List.of(new RegulationTag(
                                "gdpr",
                                "GDPR",
                                "Art. 13(1)(e)",
                                "Recipients of personal data are to be named to people in the EU.")),
                        LocalDate.of(2026, 4, 1),
                        null,
                        null,
                        object("changes/", 'f', ".json"),
                        object("assessments/", '2', ".json"),
                        "catalogue-1",
                        Origin.LIVE,
                        SERVED,
                        STORED),
                new CaptureReviewed(
                        uuid(15),
                        uuid(23),
                        PLATFORM,
                        DOCUMENT,
                        ReviewVerdict.REJECTED,
                        "staff",
                        "it is an error page",
                        STORED),
                new ProvisionReviewed(
                        uuid(16),
                        "CA-P-000041",
                        PLATFORM,
                        DOCUMENT,
                        ReviewVerdict.CORRECTED,
                        null,
                        Severity.MEDIUM,
                        "staff",
                        "an opt-out is offered",
                        STORED),
                new AssessmentReviewed(
                        uuid(17),
                        "CA-C-000007",
                        PLATFORM,
                        DOCUMENT,
                        ReviewVerdict.ACCEPTED,
                        null,
                        null,
                        null,
                        "staff",
                        "read against both texts",
                        STORED),
                new SubscriberStated(
                        uuid(18),
                        SUBSCRIBER,
                        SEALED,
                        "en",
                        ZoneId.of("Europe/Berlin"),
                        WATCHER,
                        true,
                        true,
                        true,
                        STORED),
                new SubscriptionStated(
                        uuid(19),
                        uuid(50),
                        SUBSCRIBER,
                        SubscriptionScope.PLATFORM,
                        PLATFORM.id(),
                        null,
                        null,
                        null,
                        SERVED,
                        true,
                        STORED),
                new EndpointStated(
                        uuid(24),
                        uuid(51),
                        SUBSCRIBER,
                        SEALED,
                        List.of(SEALED),
                        List.of("change.assessed"),
                        true,
                        SERVED,
                        1,
                        STORED),
                new DeliveryAttempted(
                        uuid(25),
                        uuid(52),
                        uuid(53),
                        SUBSCRIBER,
                        DeliveryChannel.WEBHOOK,
                        "msg_01958f1000007000",
                        "CA-C-000007",
                        uuid(51),
                        1,
                        AttemptOutcome.RETRYING,
                        503,
                        "the endpoint answered 503",
                        212,
                        Instant.parse("2026-03-02T06:00:11Z"),
                        STORED,
                        STORED),
                new NotificationWithheld(
                        uuid(26),
                        SUBSCRIBER,
                        "CA-C-000007",
                        DeliveryChannel.EMAIL,
                        uuid(50),
                        WithheldReason.PLAN_PLATFORM_LIMIT,
                        "the plan Watcher allows 10 platforms; this is the 11th",
                        STORED));
    }

    private static VersionRef version(int number, char hash, int appearance) {
        return new VersionRef(
                "CA-V-00000" + number,
                number,
                hash(hash),
                new ObjectRef("versions/" + hash(hash) + ".md", hash(hash), 7_310),
                object("versions/", '9', ".json"),
                uuid(appearance),
                SERVED);
    }

    private static ObjectRef object(String prefix, char hash, String suffix) {
        return new ObjectRef(prefix + hash(hash) + suffix, hash(hash), 9_876);
    }

    private static String hash(char digit) {
        return String.valueOf(digit).repeat(64);
    }

    private static UUID uuid(int number) {
        return UUID.fromString("01958f10-0000-7000-9000-%012d".formatted(number));
    }
}
