package io.conductatlas.documents;

/**
 * One sentence of an agreement.
 *
 * @param start where it begins in {@link AgreementText#text()}, in UTF-16 units
 * @param end just after its last character
 * @param section the index of its section in {@link AgreementText#sections()}
 */
public record Sentence(int start, int end, int section, SentenceKind kind) {
    public String in(String text) {
        return text.substring(start, end);
    }
}
