package io.conductatlas.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of a deployment, from which the keys of single purposes are derived (the expand step of HKDF, RFC 5869,
 * with one block: the master key is uniformly random already).
 */
public final class MasterKey {

    private static final int BYTES = 32;

    private final SecretKeySpec key;

    private MasterKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /**
     * Reads the key from configuration.
     *
     * @param base64 32 random bytes in Base64
     * @throws IllegalArgumentException if it is anything else; the message does not contain it
     */
    public static MasterKey fromBase64(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("atlas.secrets.key must be 32 bytes in Base64");
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("atlas.secrets.key must be 32 bytes in Base64, has " + bytes.length);
        }
        return new MasterKey(bytes);
    }

    /** The 256-bit key for one purpose; the same purpose always gives the same key. */
    public SecretKey derive(String purpose, String algorithm) {
        return new SecretKeySpec(hmac(key, (purpose + "\u0001").getBytes(StandardCharsets.UTF_8)), algorithm);
    }

    /** A short public name of this key, to be stored beside what it sealed. */
    String id() {
        byte[] digest = hmac(key, "key id\u0001".getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 6));
    }

    static byte[] hmac(SecretKey key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
