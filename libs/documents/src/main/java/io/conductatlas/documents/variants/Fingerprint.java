package io.conductatlas.documents.variants;

import io.conductatlas.documents.AgreementText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a text says, whatever its markup, link targets, case, marks and white space. */
public final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 of the text's letters and digits in small letters, one space between two words, in hexadecimal digits. */
    public static String of(AgreementText agreement) {
        String text = agreement.text();
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                words.append(Character.toLowerCase(c));
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(words.toString().strip().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
