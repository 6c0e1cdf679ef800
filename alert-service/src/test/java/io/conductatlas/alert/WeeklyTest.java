package io.conductatlas.alert;

import static io.conductatlas.alert.fixtures.Fixtures.aChange;
import static io.conductatlas.alert.fixtures.Fixtures.documentId;
import static io.conductatlas.alert.fixtures.Fixtures.platformId;
import static io.conductatlas.alert.fixtures.Plans.FREE;
import static io.conductatlas.alert.fixtures.Plans.WATCHER;
import static io.conductatlas.alert.fixtures.World.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.conductatlas.alert.fixtures.MailServer;
import io.conductatlas.alert.fixtures.MailServer.Received;
import io.conductatlas.alert.fixtures.Words;
import io.conductatlas.alert.fixtures.World;
import io.conductatlas.alert.fixtures.World.Somebody;
import io.conductatlas.events.AttemptOutcome;
import io.conductatlas.events.CaptureFailed;
import io.conductatlas.events.DeliveryAttempted;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.FailureKind;
import io.conductatlas.events.Origin;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.Severity;
import io.conductatlas.events.Variant;
import io.conductatlas.secrets.SignedTokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AlertServiceTest
class WeeklyTest {

    private static int number = 500;

    @Inject
    World world;

    @Inject
    SignedTokens tokens;

    private final MailServer mails = MailServer.get();
    private String platform = "";

    @BeforeEach
    void aPlatformOfItsOwn() {
        number++;
        platform = "mossgate" + number;
    }

    @Test
    void aWeekIsToldOnceWithTheMostSevereFirstAndTheNoiseInOneLine() {
        Somebody free = world.somebody(FREE);
        Somebody watcher = world.somebody(WATCHER, ZoneId.of("America/New_York"));
        Somebody leaver = world.somebody(WATCHER);
        for (Somebody somebody : List.of(free, watcher, leaver)) {
            world.follows(somebody, platform);
        }
        world.state(leaver, true, false);
        tell("1", Severity.LOW, "Mossgate: a heading reworded in the Terms of Service", true);
        tell("2", Severity.HIGH, "Mossgate: arbitration added to the Terms of Service", true);
        tell("3", Severity.LOW, "Mossgate: a date changed in the Terms of Service", false);
        tellOutage();
        await().atMost(PATIENCE)
                .until(() -> world.count("select count(*) from digest_entry where subscriber_id = ?", free.id()) == 2
                        && world.count(
                                        "select count(*) from withheld where subscriber_id = ? and reason = 'NOT_ALERTING'",
                                        free.id())
                                == 1
                        && world.count(
                                        "select count(*) from outage where document_id = ?",
                                        documentId(platform, "terms"))
                                == 1);

        world.pass(Duration.ofDays(7));

        Received digest = theDigestOf(free);
        assertThat(digest.subject()).startsWith("Your week: 2 changes, 1 of high severity [");
        assertThat(digest.text().replaceAll("\\s+", " "))
                .containsSubsequence("arbitration added", "a heading reworded")
                .contains("1 further difference was only in dates, links, layout or the like")
                .contains("could not be fetched since 20 November 2026 (timeout)")
                .doesNotContain("a date changed");
        assertThat(digest.header("List-Id")).contains("<digest.conductatlas.example>");
        String token = digest.header("List-Unsubscribe").replaceAll(".*/u/|>$", "");
        assertThat(tokens.read("unsubscribe", token)).contains(free.id() + " digest");
        theDigestOf(watcher);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(digestAttempts(free)).hasSize(1));
        assertThat(digestAttempts(free).get(0).outcome()).isEqualTo(AttemptOutcome.DELIVERED);
        await().atMost(PATIENCE)
                .until(() -> world.count(
                                "select count(*) from digest_period where subscriber_id = ? and outcome = 'NOT_WANTED'",
                                leaver.id())
                        == 1);
        assertThat(digestsOf(free)).hasSize(1);
        assertThat(digestsOf(leaver)).isEmpty();
    }

    @Test
    void aWeekWithoutAnythingIsClosedInSilenceAndTheNextBeginsWhereItEnded() {
        Somebody free = world.somebody(FREE);
        world.follows(free, platform);

        world.pass(Duration.ofDays(21));

        await().atMost(PATIENCE)
                .until(() -> world.count(
                                "select count(*) from digest_period where subscriber_id = ? and outcome = 'EMPTY'",
                                free.id())
                        >= 3);
        assertThat(world.count("""
                        select count(*) from digest_period a where subscriber_id = ? and a.period_end <> coalesce(
                            (select min(b.period_start) from digest_period b
                             where b.subscriber_id = a.subscriber_id and b.period_start > a.period_start),
                            (select s.period_start from subscriber s where s.id = a.subscriber_id))
                        """, free.id())).isZero();
        assertThat(mails.to(free.address())).isEmpty();
    }

    private void tell(String which, Severity severity, String title, boolean alerting) {
        var change = aChange()
                .id("CA-C-02" + number + which)
                .of(platform, "terms")
                .severity(severity)
                .title(title)
                .hunks(world.store(Words.OF_A_CHANGE))
                .at(world.now());
        world.tell(alerting ? change.build() : change.notAlerting().build());
    }

    private void tellOutage() {
        world.tell(new CaptureFailed(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new PlatformRef(platformId(platform), platform, "Mossgate"),
                new DocumentRef(documentId(platform, "terms"), "terms", "Terms of Service", "terms", Variant.DEFAULT),
                1,
                FailureKind.TIMEOUT,
                "https://mossgate.example/terms",
                null,
                "no answer in time",
                4,
                Instant.parse("2026-11-20T08:00:00Z"),
                world.now(),
                Origin.LIVE,
                Instant.parse("2026-11-22T08:00:00Z"),
                world.now()));
    }

    private Received theDigestOf(Somebody somebody) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(digestsOf(somebody)).isNotEmpty());
        return digestsOf(somebody).get(0);
    }

    private List<Received> digestsOf(Somebody somebody) {
        return mails.to(somebody.address()).stream()
                .filter(mail -> mail.header("List-Id").contains("digest"))
                .toList();
    }

    private List<DeliveryAttempted> digestAttempts(Somebody somebody) {
        return world.attempts(somebody).stream()
                .filter(attempt -> attempt.channel() == DeliveryChannel.DIGEST)
                .toList();
    }
}
