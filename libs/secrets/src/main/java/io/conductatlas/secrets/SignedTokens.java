package io.conductatlas.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Short tokens for links that work without a login, and for cookies: they say what they are for, cannot be forged and hold
 * nothing secret, for their text can be read by who has them.
 */
public final class SignedTokens {

    private static final int TAG_BYTES = 16;

    private final MasterKey masterKey;

    public SignedTokens(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /** A URL-safe token that carries {@code content} for {@code purpose}, for example {@code unsubscribe}. */
    public String sign(String purpose, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] token = Arrays.copyOf(tag(purpose, bytes), TAG_BYTES + bytes.length);
        System.arraycopy(bytes, 0, token, TAG_BYTES, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What a token of ours carries for {@code purpose}; empty if it is not ours, or for something else. */
    public Optional<String> read(String purpose, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < TAG_BYTES) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(bytes, TAG_BYTES, bytes.length);
        boolean ours = MessageDigest.isEqual(tag(purpose, content), Arrays.copyOf(bytes, TAG_BYTES));
        return ours ? Optional.of(new String(content, StandardCharsets.UTF_8)) : Optional.empty();
    }

    private byte[] tag(String purpose, byte[] content) {
        SecretKey key = masterKey.derive("token " + purpose, "HmacSHA256");
        return Arrays.copyOf(MasterKey.hmac(key, content), TAG_BYTES);
    }
}
