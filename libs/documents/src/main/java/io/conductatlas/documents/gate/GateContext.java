package io.conductatlas.documents.gate;

import io.conductatlas.documents.AgreementText;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document before a capture of it is looked at.
 *
 * @param previous the last accepted text, or null
 * @param language the language the document is declared to be in, as {@code en} or {@code en-US}, or null
 */
public record GateContext(
        @Nullable AgreementText previous, @Nullable String language) {
    public static GateContext unknown() {
        return new GateContext(null, null);
    }
}
