package io.conductatlas.fetcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.conductatlas.archive.Archive;
import io.conductatlas.archive.Sha256;
import io.conductatlas.archive.warc.CaptureWarc;
import io.conductatlas.archive.warc.WarcPart;
import io.conductatlas.events.CaptureEvent;
import io.conductatlas.events.CaptureFailed;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CaptureRecovered;
import io.conductatlas.events.CapturedPart;
import io.conductatlas.events.CheckRecorded;
import io.conductatlas.events.FailureKind;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.Origin;
import io.conductatlas.events.SourceDeclared;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnTheStack
class FetchingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("patience", 90));
    private static final String TERMS = "<html><body><h1>Terms</h1><p>You may leave at any time.</p></body></html>";

    @Inject
    Topics topics;

    @Inject
    Archive archive;

    @Inject
    Database database;

    private final Site site = new Site();
    private final Sources sources = new Sources();

    @Test
    void archivesWhatItSeesForTheFirstTime() {
        site.page("/terms", TERMS);
        SourceDeclared source = sources.document("terms", site.url("/terms"));

        topics.tell(source);
        CaptureRecorded recorded = first(source, CaptureRecorded.class);

        assertThat(recorded.origin()).isEqualTo(Origin.LIVE);
        assertThat(recorded.sourceRevision()).isEqualTo(1);
        assertThat(recorded.parts())
                .containsExactly(new CapturedPart(
                        site.url("/terms"),
                        site.url("/terms"),
                        200,
                        "text/html; charset=utf-8",
                        Sha256.of(TERMS.getBytes(UTF_8)),
                        TERMS.length()));
        assertThat(recorded.warc().key()).matches("captures/\\d{4}/\\d{2}/[0-9a-f]{64}\\.warc\\.gz");
        WarcPart part = CaptureWarc.read(archive.get(recorded.warc())).get(0);
        assertThat(part.payload()).asString(UTF_8).isEqualTo(TERMS);
        assertThat(part.uri()).isEqualTo(site.url("/terms"));
        assertThat(part.peer()).isPresent();
        assertThat(part.evidence()).containsKey("requested-url");
        assertThat(database.count("capture", source.document().id())).isEqualTo(1);
    }

    @Test
    void saysWhoItIsAndAsksForTheDocumentsLanguage() {
        site.page("/terms", TERMS);
        SourceDeclared source = sources.document("terms", site.url("/terms"));

        topics.tell(source);
        first(source, CaptureRecorded.class);

        assertThat(site.visits)
                .hasSize(2)
                .first()
                .satisfies(visit -> assertThat(visit.path()).isEqualTo("/robots.txt"));
        assertThat(site.visits)
                .allSatisfy(visit -> assertThat(visit.headers().get("User-Agent"))
                        .matches("ConductAtlas/[0-9.]+ \\(\\+https://.+; mailto:.+@.+\\)"));
        assertThat(site.pageVisits().get(0).headers()).containsEntry("Accept-Language", "de-AT, de;q=0.9");
    }

    @Test
    void recordsACheckWhenTheBytesAreTheSame() {
        site.page("/terms", TERMS);
        SourceDeclared source = sources.document("terms", site.url("/terms"));
        topics.tell(source);
        CaptureRecorded recorded = first(source, CaptureRecorded.class);

        topics.tell(Sources.now(source));
        CheckRecorded checked = first(source, CheckRecorded.class);

        assertThat(checked.sameAs()).isEqualTo(recorded.captureId());
        assertThat(checked.contentHash()).isEqualTo(recorded.contentHash());
        assertThat(checked.notModified()).isFalse();
        assertThat(events(source)).hasSize(2);
    }

    @Test
    void asksWhetherAPageChangedAndBelievesTheAnswer() {
        site.page("/terms", new Site.Page(200, "text/html", TERMS.getBytes(UTF_8), Map.of("ETag", "\"one\"")));
        SourceDeclared source = sources.document("terms", site.url("/terms"));
        topics.tell(source);
        first(source, CaptureRecorded.class);

        topics.tell(Sources.now(source));
        CheckRecorded checked = first(source, CheckRecorded.class);

        assertThat(checked.notModified()).isTrue();
        assertThat(site.pageVisits().get(1).headers()).containsEntry("If-None-Match", "\"one\"");
    }

    @Test
    void tellsOfChangedBytes() {
        site.page("/terms", TERMS);
        SourceDeclared source = sources.document("terms", site.url("/terms"));
        topics.tell(source);
        CaptureRecorded before = first(source, CaptureRecorded.class);

        site.page("/terms", TERMS.replace("at any time", "after 30 days"));
        topics.tell(Sources.now(source));
        await().atMost(PATIENCE).until(() -> all(source, CaptureRecorded.class).size() == 2);

        CaptureRecorded after = all(source, CaptureRecorded.class).get(1);
        assertThat(after.contentHash()).isNotEqualTo(before.contentHash());
        assertThat(CaptureWarc.read(archive.get(after.warc())).get(0).payload())
                .asString(UTF_8)
                .contains("after 30 days");
    }

    @Test
    void joinsThePagesOfASourceInTheirOrder() {
        site.page("/one", new Site.Page(200, "text/html", "<p>One</p>".getBytes(UTF_8), Map.of("ETag", "\"1\"")));
        site.page("/two", "<p>Two</p>");
        SourceDeclared source = sources.document("terms", site.url("/two"), site.url("/one"));
        topics.tell(source);
        CaptureRecorded first = first(source, CaptureRecorded.class);

        site.page("/two", "<p>Two, revised</p>");
        topics.tell(Sources.now(source));
        await().atMost(PATIENCE).until(() -> all(source, CaptureRecorded.class).size() == 2);

        assertThat(payloads(first)).containsExactly("<p>Two</p>", "<p>One</p>");
        assertThat(payloads(all(source, CaptureRecorded.class).get(1)))
                .containsExactly("<p>Two, revised</p>", "<p>One</p>");
        assertThat(site.pageVisits().get(3).headers()).containsEntry("If-None-Match", "\"1\"");
    }

    @Test
    void fetchesAfreshWhenTheSourceIsAnother() {
        site.page("/terms", TERMS).page("/moved", TERMS);
        SourceDeclared source = sources.document("terms", site.url("/terms"));
        topics.tell(source);
        first(source, CaptureRecorded.class);

        topics.tell(Sources.at(source, site.url("/moved")));
        await().atMost(PATIENCE).until(() -> all(source, CaptureRecorded.class).size() == 2);

        assertThat(all(source, CaptureRecorded.class).get(1).sourceRevision()).isEqualTo(2);
        assertThat(database.count("source_revision", source.document().id())).isEqualTo(2);
    }

    @Test
    void archivesPdfs() {
        byte[] pdf = "%PDF-1.7 pretend".getBytes(UTF_8);
        site.page("/annex", new Site.Page(200, "application/octet-stream", pdf, Map.of()));
        SourceDeclared source = sources.document("terms", FetchMode.PDF, site.url("/annex"));

        topics.tell(source);

        assertThat(first(source, CaptureRecorded.class).parts().get(0).contentType())
                .isEqualTo("application/pdf");
    }

    @Test
    void tellsOfFailuresAndOfTheirEnd() {
        site.fails("/terms", 503);
        SourceDeclared source = sources.document("terms", site.url("/terms"));
        topics.tell(source);
        CaptureFailed one = first(source, CaptureFailed.class);

        TestClock.advance(Duration.ofMinutes(20));
        await().atMost(PATIENCE).until(() -> all(source, CaptureFailed.class).size() == 2);
        site.page("/terms", TERMS);
        TestClock.advance(Duration.ofMinutes(20));
        CaptureRecovered recovered = first(source, CaptureRecovered.class);
        first(source, CaptureRecorded.class);

        CaptureFailed two = all(source, CaptureFailed.class).get(1);
        assertThat(one.kind()).isEqualTo(FailureKind.SERVER_ERROR);
        assertThat(one.status()).isEqualTo(503);
        assertThat(one.streak()).isEqualTo(1);
        assertThat(one.nextAttemptAt())
                .isBetween(one.recordedAt().plusSeconds(45), one.recordedAt().plusSeconds(75));
        assertThat(two.streak()).isEqualTo(2);
        assertThat(two.failingSince()).isEqualTo(one.failingSince());
        assertThat(recovered.failures()).isEqualTo(2);
        assertThat(recovered.failingSince()).isEqualTo(one.failingSince());
        List<CaptureEvent> events = events(source);
        assertThat(events.get(2)).isInstanceOf(CaptureRecovered.class);
        assertThat(events.get(3)).isInstanceOf(CaptureRecorded.class);
    }

    @Test
    void staysAwayAsLongAsItIsAskedTo() {
        site.page("/terms", new Site.Page(429, "text/html", new byte[0], Map.of("Retry-After", "7200")));
        SourceDeclared source = sources.document("terms", site.url("/terms"));

        topics.tell(source);
        CaptureFailed failed = first(source, CaptureFailed.class);

        assertThat(failed.kind()).isEqualTo(FailureKind.TOO_MANY_REQUESTS);
        assertThat(failed.nextAttemptAt()).isAfter(failed.observedAt().plusSeconds(7199));
    }

    @Test
    void namesWhatIsWrong() {
        site.fails("/403", 403).fails("/404", 404).fails("/410", 410);
        site.page("/empty", " \n ");
        site.page("/image", new Site.Page(200, "image/png", new byte[] {1, 2}, Map.of()));
        site.page("/loop", new Site.Page(302, "", new byte[0], Map.of("Location", "/loop")));
        site.page("/inside", new Site.Page(302, "", new byte[0], Map.of("Location", "http://10.0.0.1/")));
        Map<String, FailureKind> expected = Map.of(
                site.url("/403"),
                FailureKind.FORBIDDEN,
                site.url("/404"),
                FailureKind.NOT_FOUND,
                site.url("/410"),
                FailureKind.GONE,
                site.url("/empty"),
                FailureKind.EMPTY,
                site.url("/image"),
                FailureKind.WRONG_TYPE,
                site.url("/loop"),
                FailureKind.TOO_MANY_REDIRECTS,
                site.url("/inside"),
                FailureKind.SSRF_BLOCKED,
                "http://192.168.1.1/terms",
                FailureKind.SSRF_BLOCKED,
                "http://user@good.example/terms",
                FailureKind.SSRF_BLOCKED);

        expected.forEach((url, kind) -> {
            SourceDeclared source = sources.document("terms", url);
            topics.tell(source);

            CaptureFailed failed = first(source, CaptureFailed.class);
            assertThat(failed.kind()).as(url).isEqualTo(kind);
            assertThat(failed.url()).isEqualTo(url);
        });
    }

    @Test
    void saysSoWhenAPageNeedsABrowser() {
        SourceDeclared source = sources.document("terms", FetchMode.BROWSER, site.url("/terms"));

        topics.tell(source);

        assertThat(first(source, CaptureFailed.class).kind()).isEqualTo(FailureKind.BROWSER_UNAVAILABLE);
        assertThat(site.visits).isEmpty();
    }

    @Test
    void doesWhatRobotsTxtAsks() {
        site.robots("User-agent: *\nAllow: /\n\nUser-agent: ConductAtlas\nDisallow: /private\nAllow: /private/terms$");
        site.page("/private/privacy", TERMS).page("/private/terms", TERMS);
        SourceDeclared denied = sources.document("privacy", site.url("/private/privacy"));
        SourceDeclared allowed = sources.document("terms", site.url("/private/terms"));

        topics.tell(denied);
        topics.tell(allowed);

        assertThat(first(denied, CaptureFailed.class).kind()).isEqualTo(FailureKind.ROBOTS_DENIED);
        first(allowed, CaptureRecorded.class);
        assertThat(site.pageVisits()).extracting(Site.Visit::path).containsExactly("/private/terms");
        assertThat(site.visits.stream().filter(v -> v.path().equals("/robots.txt")))
                .hasSize(1);
    }

    @Test
    void fetchesNothingWhileRobotsTxtCannotBeHad() {
        site.fails("/robots.txt", 500).page("/terms", TERMS);
        SourceDeclared source = sources.document("terms", site.url("/terms"));

        topics.tell(source);

        assertThat(first(source, CaptureFailed.class).kind()).isEqualTo(FailureKind.ROBOTS_UNREACHABLE);
        assertThat(site.pageVisits()).isEmpty();
    }

    @Test
    void asksAHostForOneThingAtATimeAndPauses() {
        for (int i = 0; i < 6; i++) {
            site.page("/terms-" + i, TERMS + i);
            topics.tell(sources.document("terms-" + i, site.url("/terms-" + i)));
        }

        await().atMost(PATIENCE).until(() -> site.pageVisits().size() == 6);

        assertThat(site.mostAtOnce).hasValue(1);
        for (int i = 1; i < site.visits.size(); i++) {
            Duration pause = Duration.ofNanos(
                    site.visits.get(i).arrived() - site.visits.get(i - 1).left());
            assertThat(pause).isGreaterThanOrEqualTo(Duration.ofMillis(95));
        }
    }

    @Test
    void comesBackWhenItIsDueAndNotBefore() {
        site.page("/terms", TERMS);
        SourceDeclared source = sources.document("terms", site.url("/terms"));
        topics.tell(source);
        first(source, CaptureRecorded.class);

        TestClock.advance(Duration.ofHours(23));
        SourceDeclared later = sources.document("later", site.url("/terms"));
        topics.tell(later);
        first(later, CaptureRecorded.class);
        assertThat(all(source, CheckRecorded.class)).isEmpty();

        TestClock.advance(Duration.ofHours(2));
        first(source, CheckRecorded.class);
    }

    @Test
    void leavesPausedAndRetiredSourcesAlone() {
        site.page("/terms", TERMS).page("/other", TERMS);
        SourceDeclared paused = Sources.paused(sources.document("terms", site.url("/terms")), true);
        SourceDeclared retired = sources.document("privacy", site.url("/other"));
        topics.tell(paused);
        topics.tell(retired);
        first(retired, CaptureRecorded.class);
        topics.tell(Sources.retired(retired));
        await().atMost(PATIENCE)
                .until(() -> database.number(
                                "select count(*) from target where document_id = ? and retired",
                                retired.document().id())
                        == 1);

        TestClock.advance(Duration.ofDays(3));
        topics.tell(Sources.paused(paused, false));
        first(paused, CaptureRecorded.class);

        assertThat(events(retired)).hasSize(1);
        assertThat(site.pageVisits()).extracting(Site.Visit::path).containsExactly("/other", "/terms");
    }

    @Test
    void writesNothingDownUnlessItCanAlsoBeTold() {
        site.page("/terms", TERMS);
        SourceDeclared source = sources.document("terms", site.url("/terms"));
        String id = source.document().id().toString();
        database.run("""
                create or replace function refuse() returns trigger as $$
                begin
                    if new.payload like '%' || tg_argv[0] || '%' then raise exception 'refused'; end if;
                    return new;
                end $$ language plpgsql
                """);
        database.run(
                "create trigger refuse_one before insert on outbox for each row execute function refuse('" + id + "')");
        try {
            topics.tell(source);
            await().atMost(PATIENCE).until(() -> site.pageVisits().size() == 1);
            await().atMost(PATIENCE)
                    .until(() -> database.number(
                                    "select count(*) from target where document_id = ? and lease_owner is null",
                                    source.document().id())
                            == 1);

            assertThat(database.count("capture", source.document().id())).isZero();
            assertThat(database.number(
                            "select count(*) from target where document_id = ? and last_capture_id is null",
                            source.document().id()))
                    .isEqualTo(1);
        } finally {
            database.run("drop trigger refuse_one on outbox");
        }
        TestClock.advance(Duration.ofMinutes(1));
        first(source, CaptureRecorded.class);
    }

    private List<String> payloads(CaptureRecorded recorded) {
        return CaptureWarc.read(archive.get(recorded.warc())).stream()
                .map(part -> new String(part.payload(), UTF_8))
                .toList();
    }

    private <T extends CaptureEvent> T first(SourceDeclared source, Class<T> type) {
        await().atMost(PATIENCE).until(() -> !all(source, type).isEmpty());
        return all(source, type).get(0);
    }

    private <T extends CaptureEvent> List<T> all(SourceDeclared source, Class<T> type) {
        return events(source).stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<CaptureEvent> events(SourceDeclared source) {
        return topics.captures(source.document().id());
    }
}
