package io.conductatlas.alert.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The {@code webhook-signature} of Standard Webhooks 1.0.0: HMAC-SHA-256 under every secret in force. */
final class WebhookSignature {

    private static final String SECRET_PREFIX = "whsec_";

    private WebhookSignature() {}

    /**
     * Signs what is sent.
     *
     * @param secrets Base64, with or without {@code whsec_}; the first one's signature comes first
     * @param id the {@code webhook-id}; it cannot contain a full stop, which separates what is signed
     * @param attemptedAt the {@code webhook-timestamp}, to the second
     * @param body the very bytes that are sent
     */
    static String of(List<String> secrets, String id, Instant attemptedAt, byte[] body) {
        if (id.indexOf('.') >= 0) {
            throw new IllegalArgumentException("a webhook-id has no full stop");
        }
        byte[] head = (id + "." + attemptedAt.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(secret -> "v1," + hmac(secret, head, body)).collect(Collectors.joining(" "));
    }

    private static String hmac(String secret, byte[] head, byte[] body) {
        String base64 = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(base64), "HmacSHA256"));
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
