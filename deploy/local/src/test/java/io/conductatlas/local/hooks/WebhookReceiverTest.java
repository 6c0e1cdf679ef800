package io.conductatlas.local.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.conductatlas.local.web.Answer;
import io.conductatlas.local.web.Ask;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookReceiverTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final long SENT = 1_614_265_330L;

    @TempDir
    Path folder;

    @Test
    void takesTheOfficialVectorOfStandardWebhooks() {
        WebhookReceiver.trust(folder, SECRET);

        Answer answer = receiver(SENT)
                .answer(hook(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                        "{\"test\": 2432232314}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(received()).contains("\"verified\":true", "msg_p5jXN8AQM9LWM0D4loKWxJek");
    }

    @Test
    void takesWhatTheOfficialLibrarySigns() throws Exception {
        WebhookReceiver.trust(folder, "whsec_q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=");
        WebhookReceiver.trust(folder, SECRET);
        String body = "{\"type\":\"change.assessed\",\"data\":{\"title\":\"Ünïcode — § 4\"}}";

        Answer answer = receiver(SENT + 200).answer(hook("msg_1", new Webhook(SECRET).sign("msg_1", SENT, body), body));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusesAChangedBodyAndKeepsIt() {
        WebhookReceiver.trust(folder, SECRET);

        Answer answer = receiver(SENT)
                .answer(hook(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                        "{\"test\": 2432232315}"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(received()).contains("\"verified\":false");
    }

    @Test
    void refusesASignatureThatIsTenMinutesOld() throws Exception {
        WebhookReceiver.trust(folder, SECRET);

        Answer answer = receiver(SENT + 600).answer(hook("msg_1", new Webhook(SECRET).sign("msg_1", SENT, "{}"), "{}"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(received()).contains("more than five minutes");
    }

    @Test
    void showsWhatCameAsTextOnly() {
        receiver(SENT).answer(hook("msg_<script>", "v1,x", "{\"type\":\"<img src=x>\"}"));

        String list = text(receiver(SENT).answer(new Ask("GET", "/", Map.of(), new byte[0])));

        assertThat(list).contains("msg_&lt;script&gt;", "&lt;img").doesNotContain("<script>", "<img");
    }

    private String received() {
        return text(receiver(SENT).answer(new Ask("GET", "/received.json", Map.of(), new byte[0])));
    }

    private WebhookReceiver receiver(long now) {
        return new WebhookReceiver(folder, Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC));
    }

    private static Ask hook(String id, String signature, String body) {
        Map<String, String> headers =
                Map.of("webhook-id", id, "webhook-timestamp", Long.toString(SENT), "webhook-signature", signature);
        return new Ask("POST", "/hooks/partner", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
