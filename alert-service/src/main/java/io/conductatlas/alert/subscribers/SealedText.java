package io.conductatlas.alert.subscribers;

import io.conductatlas.events.Sealed;
import jakarta.persistence.Embeddable;

/** A sealed text in three columns. */
@Embeddable
class SealedText {

    private String keyId;
    private String nonce;
    private String ciphertext;

    @SuppressWarnings("NullAway.Init")
    protected SealedText() {}

    SealedText(Sealed sealed) {
        this.keyId = sealed.keyId();
        this.nonce = sealed.nonce();
        this.ciphertext = sealed.ciphertext();
    }

    Sealed sealed() {
        return new Sealed(keyId, nonce, ciphertext);
    }
}
