package io.conductatlas.alert;

import static io.conductatlas.alert.fixtures.Fixtures.aChange;
import static io.conductatlas.alert.fixtures.Plans.PROFESSIONAL;
import static io.conductatlas.alert.fixtures.World.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.conductatlas.alert.fixtures.Receiver;
import io.conductatlas.alert.fixtures.Receiver.Call;
import io.conductatlas.alert.fixtures.Words;
import io.conductatlas.alert.fixtures.World;
import io.conductatlas.alert.fixtures.World.Somebody;
import io.conductatlas.events.AttemptOutcome;
import io.conductatlas.events.DeliveryAttempted;
import io.conductatlas.events.DeliveryChannel;
import io.conductatlas.events.NotificationWithheld;
import io.conductatlas.events.WithheldReason;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AlertServiceTest
class CallingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static int number = 300;

    @Inject
    World world;

    @Inject
    MeterRegistry metrics;

    private final List<Receiver> receivers = new ArrayList<>();
    private String platform = "";

    @BeforeEach
    void aPlatformOfItsOwn() {
        number++;
        platform = "brightpost" + number;
    }

    @AfterEach
    void closeReceivers() {
        receivers.forEach(Receiver::close);
    }

    @Test
    void aChangeIsCalledOutSignedAndTheOfficialLibraryAgrees()
            throws IOException, WebhookVerificationException, WebhookSigningException {
        Receiver receiver = receiver();
        String fresh = secret(1);
        String old = secret(2);
        Somebody professional = professional(receiver, List.of(fresh, old));

        tellChange(0);

        Call call = calls(receiver, 1).get(0);
        verify(call, fresh);
        verify(call, old);
        assertThat(call.header("webhook-id")).matches("msg_[0-9a-f]{32}");
        assertThat(call.header("content-type")).isEqualTo("application/json");
        assertThat(call.header("user-agent")).startsWith("ConductAtlas-Webhooks/");
        JsonNode payload = JSON.readTree(call.body());
        assertThat(payload.path("type").asText()).isEqualTo("change.assessed");
        assertThat(payload.path("data").path("platform").path("slug").asText()).isEqualTo(platform);
        DeliveryAttempted attempt = webhookAttempts(professional, 1).get(0);
        assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.DELIVERED);
        assertThat(attempt.messageId()).isEqualTo(call.header("webhook-id"));
        assertThat(attempt.status()).isEqualTo(204);
        assertThat(world.count("select count(*) from endpoint where secrets like '%whsec%' or url like '%127.0.0.1%'"))
                .isZero();
    }

    @Test
    void aCallThatFailsIsMadeAgainUnderTheSameIdWithTheTimeOfTheAttempt()
            throws WebhookVerificationException, WebhookSigningException {
        Receiver receiver = receiver();
        receiver.answers(500);
        String secret = secret(3);
        Somebody professional = professional(receiver, List.of(secret));

        tellChange(0);
        webhookAttempts(professional, 1);
        receiver.answers(204);
        world.pass(Duration.ofSeconds(10));

        List<Call> calls = calls(receiver, 2);
        assertThat(calls.get(0).header("webhook-id")).isEqualTo(calls.get(1).header("webhook-id"));
        assertThat(Long.parseLong(calls.get(1).header("webhook-timestamp")))
                .isGreaterThanOrEqualTo(Long.parseLong(calls.get(0).header("webhook-timestamp")) + 4);
        assertThat(calls.get(0).body()).isEqualTo(calls.get(1).body());
        assertThat(webhookAttempts(professional, 2))
                .extracting(DeliveryAttempted::outcome)
                .containsExactly(AttemptOutcome.RETRYING, AttemptOutcome.DELIVERED);
    }

    @Test
    void aRedirectIsAFailureAndNeverFollowed() {
        Receiver elsewhere = receiver();
        Receiver receiver = receiver();
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", elsewhere.url());
            exchange.sendResponseHeaders(302, -1);
        });
        Somebody professional = professional(receiver, List.of(secret(4)));

        tellChange(0);

        assertThat(webhookAttempts(professional, 1).get(0).outcome()).isEqualTo(AttemptOutcome.RETRYING);
        assertThat(webhookAttempts(professional, 1).get(0).status()).isEqualTo(302);
        assertThat(elsewhere.calls()).isEmpty();
    }

    @Test
    void anEndpointThatSaysGoneIsNotCalledAgain() {
        Receiver receiver = receiver();
        receiver.answers(410);
        Somebody professional = professional(receiver, List.of(secret(5)));
        double disabledBefore = metrics.counter("endpoint.disabled").count();

        tellChange(0);
        assertThat(webhookAttempts(professional, 1).get(0).outcome()).isEqualTo(AttemptOutcome.FAILED);
        tellChange(1);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.withheld(professional))
                        .extracting(NotificationWithheld::reason)
                        .containsExactly(WithheldReason.ENDPOINT_DISABLED));
        assertThat(receiver.calls()).hasSize(1);
        assertThat(metrics.counter("endpoint.disabled").count()).isGreaterThan(disabledBefore);
    }

    @Test
    void anEndpointThatHangsHoldsUpNoOther() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        Receiver slow = receiver();
        slow.answers(exchange -> {
            try {
                hanging.await(14, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
        });
        Receiver quick = receiver();
        Somebody slowOne = professional(slow, List.of(secret(6)));
        Somebody quickOne = professional(quick, List.of(secret(7)));

        for (int i = 0; i < 10; i++) {
            tellChange(i);
        }

        calls(quick, 10);
        assertThat(slow.calls()).hasSizeLessThanOrEqualTo(4);
        assertThat(webhookAttempts(quickOne, 10)).hasSize(10);
        slow.answers(204);
        hanging.countDown();
        webhookAttempts(slowOne, 10);
        assertThat(slow.calls().stream().map(call -> call.header("webhook-id")).distinct())
                .hasSize(10);
    }

    @Test
    void aTestCallIsMadeWhenItIsAskedForAndNotByItself()
            throws IOException, WebhookVerificationException, WebhookSigningException {
        Receiver receiver = receiver();
        String secret = secret(8);
        Somebody professional = world.somebody(PROFESSIONAL);
        UUID endpoint = UUID.randomUUID();
        world.endpoint(professional, endpoint, receiver.url(), List.of(secret), 0);
        world.endpoint(professional, endpoint, receiver.url(), List.of(secret), 1);

        Call call = calls(receiver, 1).get(0);

        verify(call, secret);
        assertThat(JSON.readTree(call.body()).path("type").asText()).isEqualTo("endpoint.ping");
        assertThat(webhookAttempts(professional, 1).get(0).changeId()).isNull();
        assertThat(receiver.calls()).hasSize(1);
    }

    private Receiver receiver() {
        Receiver receiver = new Receiver();
        receivers.add(receiver);
        return receiver;
    }

    private Somebody professional(Receiver receiver, List<String> secrets) {
        Somebody professional = world.somebody(PROFESSIONAL);
        world.follows(professional, platform);
        world.endpoint(professional, UUID.randomUUID(), receiver.url(), secrets, 0);
        return professional;
    }

    private void tellChange(int which) {
        world.tell(aChange()
                .id("CA-C-01%d%d".formatted(number, which))
                .of(platform, "privacy-policy")
                .hunks(world.store(Words.OF_A_CHANGE))
                .build());
    }

    private static List<Call> calls(Receiver receiver, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.calls()).hasSizeGreaterThanOrEqualTo(count));
        return receiver.calls();
    }

    private List<DeliveryAttempted> webhookAttempts(Somebody somebody, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(webhookAttempts(somebody)).hasSizeGreaterThanOrEqualTo(count));
        return webhookAttempts(somebody);
    }

    private List<DeliveryAttempted> webhookAttempts(Somebody somebody) {
        return world.attempts(somebody).stream()
                .filter(attempt -> attempt.channel() == DeliveryChannel.WEBHOOK)
                .toList();
    }

    /** With the receivers' own library, which also refuses times that are more than five minutes off. */
    private void verify(Call call, String secret) throws WebhookVerificationException, WebhookSigningException {
        assertThat(Long.parseLong(call.header("webhook-timestamp")))
                .isBetween(world.now().getEpochSecond() - 300, world.now().getEpochSecond() + 300);
        String signature = new Webhook(secret)
                .sign(
                        call.header("webhook-id"),
                        Long.parseLong(call.header("webhook-timestamp")),
                        new String(call.body(), StandardCharsets.UTF_8));
        assertThat(call.header("webhook-signature").split(" ")).contains(signature);
        if (Math.abs(System.currentTimeMillis() / 1_000 - Long.parseLong(call.header("webhook-timestamp"))) < 240) {
            new Webhook(secret)
                    .verify(
                            new String(call.body(), StandardCharsets.UTF_8),
                            HttpHeaders.of(call.headers(), (name, value) -> true));
        }
    }

    private static String secret(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
