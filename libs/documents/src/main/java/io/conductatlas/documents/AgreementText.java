package io.conductatlas.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The words of an agreement at a time.
 *
 * @param markdown the archived text; its hash is what a Version is known by
 * @param text the same without markup, one line a paragraph, list item or table row; every offset points into it
 */
public record AgreementText(String markdown, String text, List<Section> sections, List<Sentence> sentences) {
    public AgreementText {
        sections = List.copyOf(sections);
        sentences = List.copyOf(sentences);
    }

    public String sentence(int index) {
        return sentences.get(index).in(text);
    }

    /** SHA-256 of the Markdown's UTF-8 bytes, in lower-case hexadecimal digits. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(markdown.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public int words() {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(i));
            if (letter && !inside) {
                words++;
            }
            inside = letter;
        }
        return words;
    }
}
