package io.conductatlas.alert;

import static io.conductatlas.alert.fixtures.Fixtures.aChange;
import static io.conductatlas.alert.fixtures.Plans.FREE;
import static io.conductatlas.alert.fixtures.Plans.PROFESSIONAL;
import static io.conductatlas.alert.fixtures.Plans.WATCHER;
import static io.conductatlas.alert.fixtures.World.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.conductatlas.alert.fixtures.Fixtures.ChangeBuilder;
import io.conductatlas.alert.fixtures.MailServer;
import io.conductatlas.alert.fixtures.MailServer.Received;
import io.conductatlas.alert.fixtures.Words;
import io.conductatlas.alert.fixtures.World;
import io.conductatlas.alert.fixtures.World.Somebody;
import io.conductatlas.events.AttemptOutcome;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.DeliveryAttempted;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.NotificationWithheld;
import io.conductatlas.events.Origin;
import io.conductatlas.events.WithheldReason;
import io.conductatlas.secrets.SignedTokens;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AlertServiceTest
class TellingTest {

    private static int number = 100;

    @Inject
    World world;

    @Inject
    SignedTokens tokens;

    @Inject
    MeterRegistry metrics;

    private final MailServer mails = MailServer.get();
    private String platform = "";
    private String changeId = "";

    @BeforeEach
    void aPlatformOfItsOwn() {
        number++;
        platform = "larkfield" + number;
        changeId = "CA-C-000" + number;
    }

    @Test
    void aWatcherIsMailedOnceWithAllThereIsToKnow() {
        Somebody watcher = world.somebody(WATCHER);
        world.follows(watcher, platform);

        world.tell(change().build());

        Received mail = theMailTo(watcher);
        assertThat(mail.subject()).isEqualTo("Larkfield: advertising sharing added to the Privacy Policy [High]");
        assertThat(mail.contentType()).startsWith("multipart/alternative");
        assertThat(mail.header("Message-ID")).matches("<[0-9a-f-]{36}@mail\\.conductatlas\\.example>");
        assertThat(mail.header("Date")).isNotBlank();
        assertThat(mail.header("List-Id")).contains("<alerts.conductatlas.example>");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("List-Unsubscribe")).matches("<https://atlas\\.example/u/[A-Za-z0-9_-]+>");
        String token = mail.header("List-Unsubscribe").replaceAll(".*/u/|>$", "");
        assertThat(tokens.read("unsubscribe", token)).contains(watcher.id() + " alerts");
        assertThat(mail.text())
                .contains("Detected:   18 November 2026, 10:24 Europe/Berlin (UTC+01:00)")
                .contains("Published:  not stated in the document")
                .contains("Effective:  1 January 2027 (44 days after it was detected)")
                .contains("  - You may object within [30] days.")
                .contains("  + You may object within [14] days.")
                .contains("GDPR Art. 13(1)(e)")
                .contains("https://atlas.example/changes/" + changeId)
                .contains("https://atlas.example/methodology")
                .contains("you follow all documents of ");
        Document html = Jsoup.parse(mail.html());
        assertThat(html.select("ins").eachText()).contains("14");
        assertThat(html.select("del").eachText()).contains("30");
        assertThat(html.select("img, script, link, iframe, object, form")).isEmpty();
        assertThat(mail.size()).isLessThan(100_000);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.attempts(watcher)).hasSize(1));
        DeliveryAttempted attempt = world.attempts(watcher).get(0);
        assertThat(attempt.channel()).isEqualTo(DeliveryChannel.EMAIL);
        assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.DELIVERED);
        assertThat(attempt.changeId()).isEqualTo(changeId);
        assertThat(attempt.messageId()).isEqualTo(mail.header("Message-ID"));
        assertThat(mails.to(watcher.address())).hasSize(1);
    }

    @Test
    void aFreeSubscriberGetsNeitherMailNorWebhookAndWeCanSayWhy() {
        Somebody free = world.somebody(FREE);
        Somebody watcher = world.somebody(WATCHER);
        world.follows(free, platform);
        world.follows(watcher, platform);
        UUID endpoint = UUID.randomUUID();
        world.endpoint(free, endpoint, "http://127.0.0.1:9/", List.of("whsec_" + "A".repeat(43) + "="), 0);

        world.tell(change().build());

        theMailTo(watcher);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.withheld(free)).hasSize(2));
        assertThat(world.withheld(free))
                .extracting(NotificationWithheld::reason)
                .containsExactlyInAnyOrder(
                        WithheldReason.PLAN_HAS_NO_SAME_DAY_ALERTS, WithheldReason.PLAN_HAS_NO_WEBHOOKS);
        assertThat(mails.to(free.address())).isEmpty();
        assertThat(world.attempts(free)).isEmpty();
        assertThat(world.count("select count(*) from delivery where subscriber_id = ?", free.id()))
                .isZero();
    }

    @Test
    void whatIsToldAgainTellsNobodyTwice() {
        Somebody watcher = world.somebody(WATCHER);
        Somebody free = world.somebody(FREE);
        world.follows(watcher, platform);
        world.follows(free, platform);
        ChangeAssessed change = change().build();

        world.tell(change);
        world.tell(change);
        world.tell(change().eventId(UUID.randomUUID()).build());
        awaitHandled("CA-C-009" + number);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailsAbout(changeId, watcher)).isNotEmpty());
        for (String table : List.of("notification", "digest_entry")) {
            assertThat(world.count(
                            "select count(*) from " + table + " where change_id = ? and subscriber_id = ?",
                            changeId,
                            watcher.id()))
                    .isEqualTo(1);
        }
        assertThat(world.count(
                        "select count(*) from withheld where change_id = ? and subscriber_id = ?", changeId, free.id()))
                .isEqualTo(1);
        assertThat(mailsAbout(changeId, watcher)).hasSize(1);
    }

    @Test
    void nobodyIsToldAboutThePastHoweverRecent() {
        Somebody watcher = world.somebody(WATCHER);
        world.follows(watcher, platform);

        world.tell(change().from(Origin.BACKFILL).build());
        world.tell(change().from(Origin.REPLAY).build());
        awaitHandled("CA-C-008" + number);

        assertThat(world.count("select count(*) from notification where change_id = ?", changeId))
                .isZero();
        assertThat(world.count("select count(*) from withheld where change_id = ?", changeId))
                .isZero();
        assertThat(world.count("select count(*) from digest_entry where change_id = ?", changeId))
                .isZero();
    }

    @Test
    void noiseIsNeverMailedButItIsRecorded() {
        Somebody watcher = world.somebody(WATCHER);
        world.follows(watcher, platform);

        world.tell(change().notAlerting().build());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.withheld(watcher))
                        .extracting(NotificationWithheld::reason)
                        .containsExactly(WithheldReason.NOT_ALERTING));
        assertThat(world.count("select count(*) from delivery where subscriber_id = ?", watcher.id()))
                .isZero();
    }

    @Test
    void aFailureLeavesNoTraceOfTheWholeFanOut() {
        Somebody watcher = world.somebody(WATCHER);
        Somebody free = world.somebody(FREE);
        world.follows(watcher, platform);
        world.follows(free, platform);
        ChangeAssessed change = change().build();
        world.execute("""
                create function refuse_%1$d() returns trigger language plpgsql as
                $$ begin raise exception 'refused for the test'; end $$;
                create trigger refuse_%1$d before insert on outbox for each row
                when (new.partition_key = '%2$s' and new.payload like '%%%3$s%%') execute function refuse_%1$d();
                """.formatted(number, free.id(), changeId));

        world.tell(change);
        awaitHandled("CA-C-007" + number);

        world.execute("drop trigger refuse_%1$d on outbox; drop function refuse_%1$d()".formatted(number));
        assertThat(world.count("select count(*) from notification where change_id = ?", changeId))
                .isZero();
        assertThat(world.count("select count(*) from withheld where change_id = ?", changeId))
                .isZero();
        assertThat(world.count("select count(*) from digest_entry where change_id = ?", changeId))
                .isZero();
        assertThat(world.count("select count(*) from told_change where change_id = ?", changeId))
                .isZero();
        assertThat(world.count("select count(*) from inbox where event_id = ?", change.eventId()))
                .isZero();
        assertThat(mailsAbout(changeId, watcher)).isEmpty();
    }

    @Test
    void aCrashAfterTheServerTookAMailSendsItAgainUnderTheSameIdAndIsCounted() {
        Somebody watcher = world.somebody(WATCHER);
        world.follows(watcher, platform);
        world.execute("""
                create function crash_%1$d() returns trigger language plpgsql as
                $$ begin raise exception 'crash for the test'; end $$;
                create trigger crash_%1$d before update on delivery for each row
                when (new.subscriber_id = '%2$s' and new.state = 'SENT') execute function crash_%1$d();
                """.formatted(number, watcher.id()));
        double ambiguousBefore = metrics.counter("email.ambiguous").count();

        world.tell(change().build());
        theMailTo(watcher);
        assertThat(world.count(
                        "select count(*) from delivery where subscriber_id = ? and state = 'RESERVED' and attempts = 1",
                        watcher.id()))
                .isEqualTo(1);
        world.execute("drop trigger crash_%1$d on delivery; drop function crash_%1$d()".formatted(number));
        world.execute("update delivery set lease_until = now() - interval '1 second' where subscriber_id = '%s'"
                .formatted(watcher.id()));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mails.to(watcher.address())).hasSize(2));
        assertThat(mails.to(watcher.address()).stream()
                        .map(mail -> mail.header("Message-ID"))
                        .distinct())
                .hasSize(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.attempts(watcher))
                        .extracting(DeliveryAttempted::outcome)
                        .containsExactly(AttemptOutcome.AMBIGUOUS, AttemptOutcome.DELIVERED));
        assertThat(metrics.counter("email.ambiguous").count()).isGreaterThan(ambiguousBefore);
    }

    @Test
    void aMailServerThatIsAwayIsAskedAgain() {
        Somebody watcher = world.somebody(WATCHER);
        world.follows(watcher, platform);
        mails.goAway();
        try {
            world.tell(change().build());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(world.attempts(watcher)).isNotEmpty());
        } finally {
            mails.comeBack();
        }

        assertThat(world.attempts(watcher).get(0).outcome()).isIn(AttemptOutcome.RETRYING, AttemptOutcome.AMBIGUOUS);
        assertThat(world.attempts(watcher).get(0).nextAttemptAt()).isNotNull();
        world.pass(Duration.ofMinutes(2));
        theMailTo(watcher);
    }

    @Test
    void whoLeavesTheListWhileAMailWaitsIsNotMailed() {
        Somebody watcher = world.somebody(WATCHER);
        world.follows(watcher, platform);
        mails.goAway();
        try {
            world.tell(change().build());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(world.attempts(watcher)).isNotEmpty());
            world.state(watcher, false, false);
        } finally {
            mails.comeBack();
        }

        world.pass(Duration.ofHours(3));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.withheld(watcher))
                        .extracting(NotificationWithheld::reason)
                        .containsExactly(WithheldReason.UNSUBSCRIBED));
        assertThat(mails.to(watcher.address())).isEmpty();
    }

    @Test
    void whatAPlatformCallsItselfCannotForgeAHeaderOrAnElement() {
        Somebody professional = world.somebody(PROFESSIONAL);
        world.follows(professional, platform);

        world.tell(change().title("Larkfield\r\nBcc: everybody@subscriber.example\r\n\r\n<script>alert(1)</script>")
                .summary("<img src=x onerror=alert(1)> & more")
                .build());

        Received mail = theMailTo(professional);
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.subject()).doesNotContain("\n").contains("Bcc: everybody");
        assertThat(mails.to("everybody@subscriber.example")).isEmpty();
        Document html = Jsoup.parse(mail.html());
        assertThat(html.select("script, img")).isEmpty();
        assertThat(html.text()).contains("<img src=x onerror=alert(1)> & more");
    }

    private ChangeBuilder change() {
        return aChange().id(changeId).of(platform, "privacy-policy").hunks(world.store(Words.OF_A_CHANGE));
    }

    /** Waits until an event that came after all others of the platform was handled. */
    private void awaitHandled(String laterChange) {
        Somebody somebody = world.somebody(FREE);
        world.follows(somebody, platform);
        world.tell(change().id(laterChange).build());
        await().atMost(PATIENCE)
                .until(() ->
                        world.count("select count(*) from digest_entry where subscriber_id = ?", somebody.id()) >= 1);
    }

    private List<Received> mailsAbout(String change, Somebody somebody) {
        return mails.to(somebody.address()).stream()
                .filter(mail -> mail.text().contains("/changes/" + change + "\n"))
                .toList();
    }

    private Received theMailTo(Somebody somebody) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mails.to(somebody.address())).isNotEmpty());
        return mails.to(somebody.address()).get(0);
    }
}
