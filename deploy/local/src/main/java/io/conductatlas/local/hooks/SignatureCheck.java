package io.conductatlas.local.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies a webhook as Standard Webhooks 1.0 describes it: HMAC-SHA-256 over id, timestamp and body, and a timestamp
 * within five minutes of the clock, which is the sandbox's.
 */
final class SignatureCheck {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";

    private final Clock clock;

    SignatureCheck(Clock clock) {
        this.clock = clock;
    }

    /** What is wrong with the signature under each of the secrets, or an empty text if one of them verifies it. */
    String fault(List<String> secrets, String id, String timestamp, String signatures, byte[] body) {
        if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
            return "a webhook-id, webhook-timestamp or webhook-signature header is missing";
        }
        Instant sent;
        try {
            sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        } catch (NumberFormatException e) {
            return "the webhook-timestamp is not a number";
        }
        if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            return "the webhook-timestamp is more than five minutes from now";
        }
        boolean known = secrets.stream().anyMatch(secret -> matches(secret, id, timestamp, signatures, body));
        return known ? "" : "no signature verifies under the secrets this receiver knows";
    }

    private static boolean matches(String secret, String id, String timestamp, String signatures, byte[] body) {
        byte[] expected = ("v1," + Base64.getEncoder().encodeToString(hmac(secret, id, timestamp, body)))
                .getBytes(StandardCharsets.UTF_8);
        for (String signature : signatures.split(" ", -1)) {
            if (MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] hmac(String secret, String id, String timestamp, byte[] body) {
        try {
            String encoded = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(encoded), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA-256", e);
        }
    }
}
