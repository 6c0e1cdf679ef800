package io.conductatlas.secrets;

import io.conductatlas.events.Sealed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals mail addresses, endpoint URLs and webhook secrets with AES-256-GCM (NIST SP 800-38D), a fresh 96-bit nonce each.
 *
 * <p>The purpose is authenticated with the text: what was sealed as a mail address cannot be opened as a secret.
 */
public final class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String keyId;
    private final SecretKey key;

    public Vault(MasterKey masterKey) {
        this.keyId = masterKey.id();
        this.key = masterKey.derive("vault", "AES");
    }

    /** Seals {@code text} for {@code purpose}, for example {@code email}. */
    public Sealed seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
        Base64.Encoder base64 = Base64.getEncoder();
        return new Sealed(keyId, base64.encodeToString(nonce), base64.encodeToString(sealed));
    }

    /**
     * Opens what was sealed for {@code purpose}.
     *
     * @throws CannotOpen if it was sealed under another key or for another purpose, or was tampered with
     */
    public String open(String purpose, Sealed sealed) {
        if (!keyId.equals(sealed.keyId())) {
            throw new CannotOpen("sealed under the key " + sealed.keyId() + ", not under " + keyId);
        }
        Base64.Decoder base64 = Base64.getDecoder();
        try {
            byte[] text = run(
                    Cipher.DECRYPT_MODE, purpose, base64.decode(sealed.nonce()), base64.decode(sealed.ciphertext()));
            return new String(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CannotOpen("not sealed for " + purpose + ", or changed since");
        }
    }

    private byte[] run(int mode, String purpose, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /** A sealed text that this key does not open. */
    public static final class CannotOpen extends RuntimeException {
        CannotOpen(String message) {
            super(message);
        }
    }
}
