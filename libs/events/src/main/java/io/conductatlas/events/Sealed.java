package io.conductatlas.events;

/**
 * A text that may not be plain on a topic or in a dump: AES-256-GCM under the key of that name.
 *
 * @param keyId which key of the configuration opens it
 * @param nonce Base64
 * @param ciphertext Base64, with the tag at its end
 */
public record Sealed(String keyId, String nonce, String ciphertext) {
    public Sealed {
        Checks.notBlank("keyId", keyId);
        Checks.notBlank("nonce", nonce);
        Checks.notBlank("ciphertext", ciphertext);
    }
}
