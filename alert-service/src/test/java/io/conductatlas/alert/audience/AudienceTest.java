package io.conductatlas.alert.audience;

import static io.conductatlas.alert.fixtures.Fixtures.aChange;
import static io.conductatlas.alert.fixtures.Fixtures.platformId;
import static io.conductatlas.alert.fixtures.Plans.FREE;
import static io.conductatlas.alert.fixtures.Plans.PROFESSIONAL;
import static io.conductatlas.alert.fixtures.Plans.WATCHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.alert.audience.Decision.Tell;
import io.conductatlas.alert.audience.Decision.Withhold;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.Origin;
import io.conductatlas.events.PlanTerms;
import io.conductatlas.events.SubscriptionScope;
import io.conductatlas.events.WithheldReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final ChangeAssessed CHANGE =
            aChange().of("larkfield", "privacy-policy").build();
    private static final UUID LARKFIELD = platformId("larkfield");

    @Test
    void aFreeSubscriberIsToldInTheDigestOnly() {
        List<Decision> decisions = Audience.decide(CHANGE, withHooks(FREE, following("larkfield", 0), hook()));

        assertThat(told(decisions)).containsExactly(DeliveryChannel.DIGEST);
        assertThat(withheld(decisions))
                .containsExactly(WithheldReason.PLAN_HAS_NO_SAME_DAY_ALERTS, WithheldReason.PLAN_HAS_NO_WEBHOOKS);
    }

    @Test
    void aWatcherIsToldByMailAndDigestButNotByWebhook() {
        List<Decision> decisions = Audience.decide(CHANGE, withHooks(WATCHER, following("larkfield", 0), hook()));

        assertThat(told(decisions)).containsExactly(DeliveryChannel.EMAIL, DeliveryChannel.DIGEST);
        assertThat(withheld(decisions)).containsExactly(WithheldReason.PLAN_HAS_NO_WEBHOOKS);
    }

    @Test
    void aProfessionalIsToldOverEveryChannel() {
        List<Decision> decisions = Audience.decide(CHANGE, withHooks(PROFESSIONAL, following("larkfield", 0), hook()));

        assertThat(told(decisions))
                .containsExactly(DeliveryChannel.EMAIL, DeliveryChannel.DIGEST, DeliveryChannel.WEBHOOK);
        assertThat(withheld(decisions)).isEmpty();
    }

    @Test
    void nobodyIsToldAboutThePast() {
        Follower follower = withHooks(PROFESSIONAL, following("larkfield", 0), hook());

        assertThat(Audience.decide(aChange().from(Origin.BACKFILL).build(), follower))
                .isEmpty();
        assertThat(Audience.decide(aChange().from(Origin.REPLAY).build(), follower))
                .isEmpty();
    }

    @Test
    void noiseIsToldNobodyAndThatIsRecordedOnce() {
        List<Decision> decisions = Audience.decide(
                aChange().notAlerting().build(), withHooks(PROFESSIONAL, following("larkfield", 0), hook()));

        assertThat(decisions).hasSize(1);
        assertThat(withheld(decisions)).containsExactly(WithheldReason.NOT_ALERTING);
    }

    @Test
    void whoFollowsSomethingElseIsNeitherToldNorRecorded() {
        assertThat(Audience.decide(CHANGE, follower(PROFESSIONAL, following("brightpost", 0))))
                .isEmpty();
        assertThat(Audience.decide(CHANGE, follower(PROFESSIONAL, document("larkfield", UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void aDocumentIsFollowedByItself() {
        Follower follower =
                follower(WATCHER, document("larkfield", CHANGE.document().id()));

        assertThat(told(Audience.decide(CHANGE, follower))).contains(DeliveryChannel.EMAIL);
    }

    @Test
    void whatWasRecordedBeforeSomebodyFollowedItIsNotToldThem() {
        Following late = new Following(
                UUID.randomUUID(),
                SubscriptionScope.PLATFORM,
                LARKFIELD,
                null,
                null,
                null,
                CHANGE.recordedAt().plusSeconds(1));

        assertThat(Audience.decide(CHANGE, follower(WATCHER, late))).isEmpty();
    }

    @Test
    void ofTooManyPlatformsThoseFollowedLongestCountInWhateverOrderTheyAreKnown() {
        List<Following> followings = new ArrayList<>(IntStream.range(0, 10)
                .mapToObj(i -> following("platform-" + i, i))
                .toList());
        followings.add(following("larkfield", 10));
        Random random = new Random(7);

        for (int i = 0; i < 50; i++) {
            Collections.shuffle(followings, random);
            List<Decision> decisions = Audience.decide(CHANGE, follower(WATCHER, followings.toArray(Following[]::new)));

            assertThat(told(decisions)).isEmpty();
            assertThat(withheld(decisions)).containsExactly(WithheldReason.PLAN_PLATFORM_LIMIT);
        }
    }

    @Test
    void withinTheLimitTheOldestIsToldAndOnlyTheYoungestIsNot() {
        Follower follower = follower(FREE, following("larkfield", 0), following("brightpost", 1));

        assertThat(told(Audience.decide(CHANGE, follower))).containsExactly(DeliveryChannel.DIGEST);
        assertThat(withheld(Audience.decide(aChange().of("brightpost", "terms").build(), follower)))
                .containsExactly(WithheldReason.PLAN_PLATFORM_LIMIT);
    }

    @Test
    void severalSubscriptionsToOnePlatformCountAsOnePlatform() {
        Follower follower = follower(
                FREE,
                document("larkfield", UUID.randomUUID()),
                document("larkfield", CHANGE.document().id()));

        assertThat(told(Audience.decide(CHANGE, follower))).containsExactly(DeliveryChannel.DIGEST);
    }

    @Test
    void oneProvisionIsFollowedWithAPlanThatHasIt() {
        Following provision = new Following(
                UUID.randomUUID(),
                SubscriptionScope.PROVISION,
                LARKFIELD,
                CHANGE.document().id(),
                CHANGE.provisionChanges().get(0).provisionId(),
                null,
                LONG_AGO);

        assertThat(told(Audience.decide(CHANGE, follower(PROFESSIONAL, provision))))
                .contains(DeliveryChannel.EMAIL);
        assertThat(withheld(Audience.decide(CHANGE, follower(WATCHER, provision))))
                .containsExactly(WithheldReason.PLAN_HAS_NO_PROVISION_LEVEL);
    }

    @Test
    void aProvisionTypeIsFollowedEverywhere() {
        Following type = new Following(
                UUID.randomUUID(),
                SubscriptionScope.PROVISION_TYPE,
                null,
                null,
                null,
                CHANGE.provisionChanges().get(0).type(),
                LONG_AGO);

        assertThat(told(Audience.decide(CHANGE, follower(PROFESSIONAL, type)))).contains(DeliveryChannel.EMAIL);
        assertThat(Audience.decide(aChange().withoutProvisions().build(), follower(PROFESSIONAL, type)))
                .isEmpty();
    }

    @Test
    void aProvisionSubscriptionThatThePlanIgnoresTakesNoPlatformsPlace() {
        Following ignored = new Following(
                UUID.randomUUID(),
                SubscriptionScope.PROVISION,
                platformId("brightpost"),
                UUID.randomUUID(),
                "CA-P-000009",
                null,
                LONG_AGO);

        assertThat(told(Audience.decide(CHANGE, follower(FREE, ignored, following("larkfield", 5)))))
                .containsExactly(DeliveryChannel.DIGEST);
    }

    @Test
    void whoTookThemselvesOffAListIsNotMailed() {
        Follower follower = new Follower(
                UUID.randomUUID(), WATCHER, false, false, false, List.of(following("larkfield", 0)), List.of());

        assertThat(withheld(Audience.decide(CHANGE, follower)))
                .containsExactly(WithheldReason.UNSUBSCRIBED, WithheldReason.UNSUBSCRIBED);
    }

    @Test
    void aSuppressedAddressIsNotMailedButEndpointsAreCalled() {
        Follower follower = new Follower(
                UUID.randomUUID(), PROFESSIONAL, true, true, true, List.of(following("larkfield", 0)), List.of(hook()));

        List<Decision> decisions = Audience.decide(CHANGE, follower);

        assertThat(withheld(decisions)).containsExactly(WithheldReason.SUPPRESSED, WithheldReason.SUPPRESSED);
        assertThat(told(decisions)).containsExactly(DeliveryChannel.WEBHOOK);
    }

    @Test
    void anEndpointMayWantOtherEventsOrBeDisabledOrBeTooYoung() {
        Hook filtered = new Hook(UUID.randomUUID(), List.of("endpoint.ping"), LONG_AGO, false);
        Hook disabled = new Hook(UUID.randomUUID(), List.of(), LONG_AGO, true);
        Hook young = new Hook(UUID.randomUUID(), List.of(), CHANGE.recordedAt().plusSeconds(1), false);

        List<Decision> decisions =
                Audience.decide(CHANGE, withHooks(PROFESSIONAL, following("larkfield", 0), filtered, disabled, young));

        assertThat(withheld(decisions)).containsExactly(WithheldReason.FILTERED, WithheldReason.ENDPOINT_DISABLED);
        assertThat(told(decisions)).doesNotContain(DeliveryChannel.WEBHOOK);
    }

    private static Follower withHooks(PlanTerms plan, Following following, Hook... hooks) {
        return new Follower(UUID.randomUUID(), plan, true, true, false, List.of(following), List.of(hooks));
    }

    private static Follower follower(PlanTerms plan, Following... followings) {
        return new Follower(UUID.randomUUID(), plan, true, true, false, List.of(followings), List.of());
    }

    private static Following following(String platform, int days) {
        return new Following(
                UUID.randomUUID(),
                SubscriptionScope.PLATFORM,
                platformId(platform),
                null,
                null,
                null,
                LONG_AGO.plus(Duration.ofDays(days)));
    }

    private static Following document(String platform, UUID document) {
        return new Following(
                UUID.randomUUID(), SubscriptionScope.DOCUMENT, platformId(platform), document, null, null, LONG_AGO);
    }

    private static Hook hook() {
        return new Hook(UUID.randomUUID(), List.of(), LONG_AGO, false);
    }

    private static List<DeliveryChannel> told(List<Decision> decisions) {
        return decisions.stream()
                .filter(Tell.class::isInstance)
                .map(Decision::channel)
                .toList();
    }

    private static List<WithheldReason> withheld(List<Decision> decisions) {
        return decisions.stream()
                .filter(Withhold.class::isInstance)
                .map(decision -> ((Withhold) decision).reason())
                .toList();
    }
}
