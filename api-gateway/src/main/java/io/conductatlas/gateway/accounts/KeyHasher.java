package io.conductatlas.gateway.accounts;

import io.conductatlas.secrets.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Hashes what must be found or compared without being stored: API keys and mail addresses. HMAC-SHA-256 under peppers
 * that are derived from the deployment's key and are not in the database.
 */
@ApplicationScoped
public class KeyHasher {

    private final SecretKey keyPepper;
    private final SecretKey emailPepper;

    public KeyHasher(MasterKey masterKey) {
        this.keyPepper = masterKey.derive("api key pepper", "HmacSHA256");
        this.emailPepper = masterKey.derive("email digest pepper", "HmacSHA256");
    }

    String hashKey(String key) {
        return hmac(keyPepper, key);
    }

    String digestEmail(String address) {
        return hmac(emailPepper, address);
    }

    /** Compares in a time that does not depend on where two hashes differ. */
    static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hmac(SecretKey pepper, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(pepper);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
