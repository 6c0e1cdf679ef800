package io.conductatlas.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Vectors of Standard Webhooks 1.0.0, and its official library as the other side. */
class WebhookSignatureTest {

    private static final String OFFICIAL_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OFFICIAL_ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant OFFICIAL_TIME = Instant.ofEpochSecond(1614265330);
    private static final String OFFICIAL_SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final byte[] OFFICIAL_BODY = utf8("{\"test\": 2432232314}");

    @Test
    void givesTheOfficialSignature() {
        assertThat(WebhookSignature.of(List.of(OFFICIAL_SECRET), OFFICIAL_ID, OFFICIAL_TIME, OFFICIAL_BODY))
                .isEqualTo(OFFICIAL_SIGNATURE);
    }

    @Test
    void signsUnicodeAsItsBytes() {
        String secret = "whsec_" + Base64.getEncoder().encodeToString(filled(32, 0xab));
        byte[] body = utf8("{\"type\":\"document.changed\",\"timestamp\":\"2026-01-02T03:04:05.678Z\",\"data\":{\"id\":"
                + "\"chg_01\",\"title\":\"Conditions d’utilisation — § 4\",\"platform\":\"Ünïcode\"}}");

        assertThat(WebhookSignature.of(
                        List.of(secret), "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", Instant.ofEpochSecond(1674087231), body))
                .isEqualTo("v1,u39oz/pMR+LK2mlSLym1TM9BXy+prpoqPg/ToALCi2M=");
    }

    @Test
    void anUnprefixedSecretIsBase64AllTheSame() {
        String bare = OFFICIAL_SECRET.substring("whsec_".length());

        assertThat(WebhookSignature.of(List.of(bare), OFFICIAL_ID, OFFICIAL_TIME, OFFICIAL_BODY))
                .isEqualTo(OFFICIAL_SIGNATURE);
    }

    @Test
    void aChangeOfAnythingSignedChangesTheSignature() {
        byte[] otherBody = utf8("{\"test\": 2432232315}");

        assertThat(List.of(
                        WebhookSignature.of(List.of(OFFICIAL_SECRET), OFFICIAL_ID + "x", OFFICIAL_TIME, OFFICIAL_BODY),
                        WebhookSignature.of(
                                List.of(OFFICIAL_SECRET), OFFICIAL_ID, OFFICIAL_TIME.plusSeconds(1), OFFICIAL_BODY),
                        WebhookSignature.of(List.of(OFFICIAL_SECRET), OFFICIAL_ID, OFFICIAL_TIME, otherBody)))
                .doesNotHaveDuplicates()
                .doesNotContain(OFFICIAL_SIGNATURE);
    }

    @Test
    void whileASecretIsReplacedBothHoldersCanVerify() throws WebhookVerificationException {
        String old = "whsec_" + Base64.getEncoder().encodeToString(filled(32, 1));
        String fresh = "whsec_" + Base64.getEncoder().encodeToString(filled(32, 2));
        Instant now = Clock.systemUTC().instant();
        String signature = WebhookSignature.of(List.of(fresh, old), OFFICIAL_ID, now, OFFICIAL_BODY);

        assertThat(signature.split(" ")).hasSize(2);
        new Webhook(old).verify(new String(OFFICIAL_BODY, StandardCharsets.UTF_8), headers(now, signature));
        new Webhook(fresh).verify(new String(OFFICIAL_BODY, StandardCharsets.UTF_8), headers(now, signature));
    }

    @Test
    void theOfficialLibraryVerifiesAThousandBodies() throws WebhookVerificationException {
        Random random = new Random(42);
        Webhook receiver = new Webhook(OFFICIAL_SECRET);
        Instant now = Clock.systemUTC().instant();

        for (int i = 0; i < 1_000; i++) {
            StringBuilder body = new StringBuilder();
            int length = i == 0 ? 0 : random.nextInt(i % 100 == 0 ? 20_000 : 300);
            random.ints(length, 1, 0x1F64F)
                    .filter(Character::isDefined)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .forEach(body::appendCodePoint);
            String text = body.toString();

            receiver.verify(
                    text, headers(now, WebhookSignature.of(List.of(OFFICIAL_SECRET), OFFICIAL_ID, now, utf8(text))));
        }
    }

    @Test
    void anIdThatWouldBlurWhatIsSignedIsRefused() {
        assertThatThrownBy(() -> WebhookSignature.of(List.of(OFFICIAL_SECRET), "msg.1", OFFICIAL_TIME, OFFICIAL_BODY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpHeaders headers(Instant time, String signature) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(OFFICIAL_ID),
                        "webhook-timestamp", List.of(Long.toString(time.getEpochSecond())),
                        "webhook-signature", List.of(signature)),
                (name, value) -> true);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
