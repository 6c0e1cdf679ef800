package io.conductatlas.documents.variants;

import io.conductatlas.documents.AgreementText;
import java.time.Instant;

/**
 * That a document showed a text from some time on.
 *
 * @param text what the text is known by: {@link AgreementText#hash()}
 * @param wording what its words alone are known by: {@link Fingerprint#of}
 * @param from when it was first seen there, this time
 */
public record Appearance(String text, String wording, Instant from) {
    public Appearance {
        if (text.isEmpty() || wording.isEmpty()) {
            throw new IllegalArgumentException("an appearance names its text and its wording");
        }
    }

    public static Appearance of(AgreementText agreement, Instant from) {
        return new Appearance(agreement.hash(), Fingerprint.of(agreement), from);
    }
}
